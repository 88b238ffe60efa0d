"""Inflected forms of names, language by language."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import resources

import pytest

from qa.names.grammar.endings import endings
from qa.names.grammar.inflect import Inflection, inflection, of_both_words, spelled_so
from qa.text import fold, level

from .conftest import table

INFLECTED = {
    "uk": "Вітковиці Вітковицях|Вітковиць|Вітковицями; "
    "Київ Києва|Києву|Києві|Києвом; Харків Харкова|Харкові; Буча Бучі|Бучу|Бучею; Рівне Рівного|Рівному; "
    "Запоріжжя Запоріжжі|Запоріжжям; Зеленський Зеленського|Зеленським; Донецьк Донецька|Донецьку; "
    "Прага Празі|Прагу; Суми Сумах|Сум; Броварки Броварок|Броварках|Броварків; "
    "Пльзень Пльзні; Попова Попової; Бєлгород Бєлґорода",
    "ru": "Киев Киева|Киеву|Киеве|Киевом; Песков Пескова|Песковым; Мария Марии|Марию; Горький Горького|Горьком; "
    "Казань Казани|Казанью; Елец Ельца|Ельце; Черкассы Черкассах|Черкасс; "
    "Подлипки Подлипок|Подлипках; Черемушки Черемушек",
    "be": "Мінск Мінска|Мінску; Гомель Гомеля",
    "pl": "Kijów Kijowa|Kijowie; Warszawa Warszawy|Warszawie|Warszawą; Charków Charkowa",
    "cs": "Praha Prahy|Praze|Prahou; Kyjev Kyjeva|Kyjevě; Benátky Benátek|Benátkách; "
    "Horky Horek|Horkám; Horský Horského|Horské; Lecoq Lecoqa|Lecoqem",
    "de": "Kiew Kiews; Luhansk Luhansks",
    "sr": "Кембриџ Кембриџу|Кембриџом; Величка Величкој; Купе Купеја|Купеју; Radnička Radničkoj",
    "tr": "Kiev Kiev'de|Kiev'den|Kiev'in",
    "fi": "Kiova Kiovan|Kiovassa|Kiovasta|Kiovaan; Helsinki Helsingin|Helsingissä",
    "hu": "Kijev Kijevben|Kijevből|Kijevet",
    "et": "Tallinn Tallinna|Tallinnas|Tallinnast; Narva Narvas|Narvat; Kiiev Kiievi|Kiievisse; Pärnu Pärnusse; "
    "Karis Karise; Zelenskõi Zelenskõiga; Tammelas Tammelat|Tammelast; Memphis Memphist; Kaunas Kaunast; "
    "Los Lost; Lemmy Lemmysse|Lemmyt; Krakow Krakowi|Krakowis; Sterling Sterlingut|Sterlingul; Max Maxile; "
    "Berg Bergidega|Bergigi; Virtanen Virtase|Virtast|Virtaneni",
    "lv": "Rīga Rīgas|Rīgai|Rīgu|Rīgā; Daugavpils Daugavpilī; Rinkēvičs Rinkēviča|Rinkēviču; Siliņa Siliņas",
    "az": "Bakı Bakıda|Bakını|Bakının; Gəncə Gəncədən|Gəncəyə; Əliyev Əliyevin|Əliyevlə",
    "ar": "كييف وكييف|بكييف|لكييف",
    "he": "קייב בקייב|לקייב|וקייב; הגליל בגליל|לגליל|ושבגליל|מהגליל; הנגב בנגב|לנגב; הוותיקן בוותיקן|וכוותיקן",
    "el": "Κίεβο Κίεβου; Αθήνα Αθήνας|Αθήνων; Έθνη Εθνών; Άνδεις Άνδεων; Τρίπολη Τριπόλεως; Κόμμα Κόμματος|Κομμάτων; "
    "Αλαμπάμα Αλαμπάμας; Διεθνής Διεθνούς|Διεθνή; Θησέας Θησέα|Θησέως; Χατζιδάκις Χατζιδάκι; Θέμις Θέμιδος; Κως Κω; "
    "Σαπφώ Σαπφούς; Ιησούς Ιησού; Ελλάς Ελλάδος; Ελλάδα Ελλάδας|Ελλάδος; Τράπεζα Τραπέζης; Περικλής Περικλέους; "
    "Σωκράτης Σωκράτη|Σωκράτους; Ιμαλάια Ιμαλαΐων",
    "kk": "Алматы Алматының|Алматыға|Алматыда; Шымкент Шымкентте|Шымкентке; Қарағанды Қарағандыдағы",
    "ky": "Ош Оштун|Ошто; Бишкек Бишкекте; Жапаров Жапаровдун",
    "mn": "Улаанбаатар Улаанбаатарын|Улаанбаатараас; Баттулга Баттулгын|Баттулгатай; Ховд Ховдод",
    "uz": "Тошкент Тошкентнинг|Тошкентда; Buxoro Buxoroga; Мирзиёев Мирзиёевнинг",
    "tg": "Душанбе Душанбеи|Душанберо; Раҳмон Раҳмонро",
    "bn": "ঢাকা ঢাকার|ঢাকায়|ঢাকাতেও; সিলেট সিলেটের|সিলেটে; মোদি মোদীকে",
    "mr": "मुंबई मुंबईत|मुंबईच्या; ठाकरे ठाकरेंनी; पुणे पुण्यात; कोल्हापूर कोल्हापुरात",
    "ne": "काठमाडौँ काठमाडौंमा; ओली ओलीले|ओलीको",
    "ur": "لاڑکانہ لاڑکانے; پشاور پشاور",
    "ps": "پکتیکا پکتیکا; اخوندزاده اخوندزادې",
    "ckb": "هەولێر هەولێردا|هەولێرەوە; دهۆک دهۆکیش",
    "am": "ትግራይ በትግራይ|የትግራይ|ትግራይን; ጎንደር ከጎንደር; ጅማ በጅማ",
    "en": "Kharkiv Kharkivs; Ukraine Ukraines; Donbas Donbases; Canada Canadas",
}
DERIVED = {
    "en": "Ukraine Ukrainian|Ukrainians; Israel Israeli; London Londoners; Chile Chileans; Rome Romans; "
    "Russia Russian|Russians; Iraq Iraqi; Kyiv Kyivan",
    "uk": "Росія російського|росіян|росіяни; Білорусь білоруські; Прага празький; Барановичі барановицького; "
    "Україна українці|українського; Харків харків'яни; Кременець кременецький; Запоріжжя запоріжці|запоріжців; "
    "Закарпаття закарпатців; Запоріжжя запорізький|Запорізьку; Одеса одеський|Одеської; Черкаси черкаська; "
    "Кременчук кременчуцького; Чернівці чернівецька; Норвегія норвезька; Вінниця вінницькому; Техас техаський; "
    "Туреччина турецький; Польща польська; Греція грецька; Полісся поліський; Дніпро дніпровська; Рига ризьких; "
    "Путін Путінова|Путінів; Лукашенко Лукашенків",
    "ru": "Россия российского|россияне; Украина украинцы|украинский; Москва москвичи; Барановичи барановицкого; "
    "Румыния румынка|румынок; Грузия грузинке; Сирия сирийка",
    "tr": "İzmir İzmirli; Diyarbakır Diyarbakırlı",
    "az": "Bakı Bakılı",
    "fi": "Kiova Kiovalainen; Slovakia slovakit|slovakialaiset; Serbia serbien",
    "et": "Tartu Tartlased",
    "de": "München Münchner; Kiew Kiewer|Kiewern; Ukraine Ukrainer|ukrainische; Wien Wiener; Polen Polin; "
    "Rumänien Rumäne|Rumänen|Rumänin|Rumäninnen|rumänische; Georgien Georgier|Georgierin; Italien Italiener; "
    "Türkei Türke|Türken|Türkin|türkische; Slowakei Slowakin",
    "hr": "Karlovac karlovačka; Sisak sisačkog; Čakovec čakovečki; Koprivnica koprivničkoj; Gospić gospićki; "
    "Beč bečkom; Pariz pariški; Prag praška; Niš niški; Odesa odeška; Zaporižja zaporiški; Zagreb zagrebačka; "
    "Travnik travnička; Dubrovnik dubrovačke; Šibenik šibenskog; Osijek osječki; Slavonija slavonska; "
    "Dalmacija dalmatinski; Moskva moskovskom; Lika ličkoj; Tuzla tuzlanska; Medvedev Medvedevljeva; "
    "Jakov Jakovljevo",
    "sr": "Чачак чачачки; Суботица суботичка; Ниш нишког; Одеса одешке; Киселев Киселевљева",
    "pl": "Białoruś białoruski; Praga praski; Zaporoże zaporoskiej; Norwegia norweskiego; Odessa odeskim; "
    "Winnica winnickiej; Czerkasy czerkaskich; Czerniowce czerniowieckiego; Bachmut bachmuckiej; "
    "Moskwa moskiewskich; Łódź łódzkiej; Bydgoszcz bydgoskiej; Kielce kieleckiego; Monachium monachijskie; "
    "Wilno wileńskiej; Gruzja gruzińskim; Zamość zamojskiej; "
    "Użhorod użhorodzkiego; Haga haskiego; "
    "Ryga ryskiej; Rosja rosyjski; Serbia Serbów|Serbowie; Rumunia Rumunka; "
    "Słowacja Słowacy|Słowaków|Słowaczka; Chorwacja Chorwatów|Chorwatka",
    "cs": "Bulharsko Bulhar|Bulhara|Bulharka|bulharský; Maďarsko Maďarku; Chorvatsko Chorvati; Berlín Berlíňané; "
    "Varšava Varšavanů",
    "fr": "Géorgie Géorgiens; Arménie Arménienne; Syrie Syrien; Kharkiv Kharkiviens; Macron Macronie; Suède Suédois",
    "el": "Ρουμανία Ρουμάνος|Ρουμάνα; Φινλανδία Φινλανδοί; Ρωσία Ρωσίδα; Αρμενία Αρμένιοι; Ουκρανία Ουκρανή",
    "he": "טורקיה טורקי|טורקים|טורקייה; הונגריה הונגרי; ברלין ברלינאים; ורשה ורשאים",
    "hu": "Szlovákia szlovákok|szlovákokat; Horvátország horvátok; Grúzia grúzok",
}
OTHERS = {
    "uk": "Коля Колесо; Донець Донецьк; Віра Вірить; Лев Левада",
    "ru": "Герман Германия; Герман Германии; Вера Верить; Край Краска; Питер Питерская",
    "en": "Donbas Donbass; Zaluzhny Zaluzhnyi; Niger Nigeria; Mali Malta; Austria Australia; Peskov Pskov",
    "el": "Πάρος Πάρις; Δάφνη Δάφνις; Αλέξης Αλέξις; Έλλη Έλλην; Γιόκιτς Γιόκιτ; Νίκη Νίκος",
    "pl": "Kijów Kijek; Praga Pracownik; Kalisz Kalina; Zamość Zamek",
    "hr": "Niš Niska; Travnik Travanj; Karlovac Karlo; Lika Likovi",
    "lv": "Gulbis Gulbene; Briedis Brieksa",
    "ar": "كييف كيف",
    "kk": "Ақтау Ақтөбе; Астана Асан",
    "mn": "Дархан Дарь",
    "bn": "ঢাকা ঢাল; সিলেট সিল",
    "am": "ጎንደር ጎን",
    "ur": "لاہور لاہوری; پشاور پشاوری",
    "ps": "کندهار کندهاري",
}

# Words that are not even made from the name.
STRANGERS = {
    "cs": "Truskavec Truskavecu; Česko Čeká",
    "de": "Türkei Türkein; Wien Wen; Wien Wer",
    "el": "Κριμαία Κρίμα",
    "he": "עזה עזים; האג באג; הגליל שגליל|מגליל",
    # The surname of a Czech woman, carried over: Woodová.
    "uk": "Вуд Вудова; Кінг Кінгової",
}


def pairs(table: dict[str, str]) -> list[tuple[str, str, str]]:
    out = []
    for lang, text in table.items():
        for item in text.split("; "):
            name, forms = item.split(" ")
            out += [(lang, name, form) for form in forms.split("|")]
    return out


@pytest.mark.parametrize(
    ("lang", "name", "word", "made"),
    [
        ("uk", "Кривий Ріг", "Криворізька", True),
        ("uk", "Біла Церква", "білоцерківського", True),
        ("uk", "Часів Яр", "часовоярському", True),
        ("uk", "Північна Македонія", "північномакедонський", True),
        ("uk", "Нова Каховка", "Новотроїцький", False),
        ("uk", "Нова Каховка", "Новакаховку", False),
        ("uk", "Кривий Ріг", "Криворогу", False),
        ("uk", "Каховка", "каховська", False),
        ("ru", "Новый Уренгой", "новоуренгойская", True),
        ("pl", "Nowy Sącz", "nowosądecki", True),
        ("cs", "České Budějovice", "českobudějovických", True),
        ("sk", "Banská Bystrica", "Banskobystrický", True),
        ("sr", "Нови Сад", "новосадска", True),
        ("bg", "Велико Търново", "великотърновският", True),
        ("de", "Neu Sad", "neosadski", False),
    ],
)
def test_an_adjective_may_be_made_of_both_words(lang: str, name: str, word: str, made: bool) -> None:
    assert of_both_words(fold(name), fold(word), lang) is made


@pytest.mark.parametrize(("lang", "name", "word"), pairs(INFLECTED))
def test_inflected_forms_are_the_name(lang: str, name: str, word: str) -> None:
    assert inflection(fold(name), fold(word), lang) >= Inflection.INFLECTED


@pytest.mark.parametrize(("lang", "name", "word"), pairs(DERIVED))
def test_adjectives_and_names_of_peoples_are_derived(lang: str, name: str, word: str) -> None:
    assert inflection(fold(name), fold(word), lang) is Inflection.DERIVED


@pytest.mark.parametrize(("lang", "name", "word"), pairs(OTHERS))
def test_other_words_are_not(lang: str, name: str, word: str) -> None:
    assert inflection(fold(name), fold(word), lang) < Inflection.INFLECTED


@pytest.mark.parametrize(("lang", "name", "word"), pairs(STRANGERS))
def test_strangers_are_not_made_from_it(lang: str, name: str, word: str) -> None:
    assert inflection(fold(name), fold(word), lang) is Inflection.NONE


@pytest.mark.parametrize("word", ["weiße", "weißen", "weißem"])
def test_an_adjective_inflects_among_other_words(word: str) -> None:
    assert inflection("weisses", fold(word), "de", among=True) is Inflection.INFLECTED
    assert inflection("weisses", fold(word), "de") < Inflection.INFLECTED


def test_adjectives_are_only_derived() -> None:
    assert inflection("харків", "харківський", "uk") is Inflection.DERIVED
    assert inflection("луганськ", "луганської", "uk") is Inflection.DERIVED
    assert inflection("киев", "киевский", "ru") is Inflection.DERIVED


FORMS = [
    (lang, name, form, kind)
    for lang, name, *columns in table("declension.tsv")
    for kind, column in zip((True, False), columns, strict=True)
    for form in column.split("|")
    if form != "."
]
LETTERS = {"be", "ru", "uk"}  # languages of which the letters count in a target


@pytest.mark.parametrize(("lang", "name", "form", "right"), FORMS)
def test_names_take_the_endings_of_their_declension_and_no_others(
    lang: str, name: str, form: str, right: bool
) -> None:
    found = inflection(fold(name), fold(form), lang) != Inflection.NONE
    if found and lang in LETTERS:
        found = spelled_so(fold(name), fold(form), lang)
    assert found == right


TABLES = sorted(
    path.name.removesuffix(".txt")
    for path in resources.files("qa.data").joinpath("inflection").iterdir()
    if path.name.endswith(".txt")
)


@pytest.mark.parametrize("written", [str, fold, level], ids=["written", "folded", "levelled"])
@pytest.mark.parametrize("lang", TABLES)
def test_no_line_of_a_table_is_lost(lang: str, written: Callable[[str], str]) -> None:
    text = resources.files("qa.data").joinpath("inflection", f"{lang}.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    groups = dict(line.split(": ", 1) for line in lines if line.startswith("@"))
    held = endings(lang, written)
    stem = "qq"
    for line in lines:
        if line.startswith("@"):
            continue
        if line == "cases":
            assert held.cases
            continue
        head, values = re.split(r": | ~ ", re.sub(r"@\S+", lambda m: groups[m.group()], line))
        if head in ("absorbing", "attributive"):
            assert tuple(tuple(written(v).split(">")) for v in values.split()) == getattr(held, head)
            continue
        if head in ("prefixes", "articles", "derived", "swallowed", "several", "apart"):
            more = held.articles if head == "prefixes" else ()
            assert {*map(written, values.split()), *more} == set(getattr(held, head))
            continue
        finals, _, into = head.partition(" > ")
        for item in finals.split():
            sign, kept, end = _cut(item)
            for before in kept:
                name = written(before + end) if sign == "=" else stem + written(before + end)
                became = written(before + (into or ("" if sign == "-" else end)))
                made = {s + e for s, follow, _ in held.rules(name) for e in follow}
                start = "" if sign == "=" else stem
                wanted = {start + became + ("" if v == "." else written(v)) for v in values.split()}
                assert wanted <= made, line


def _cut(item: str) -> tuple[str, list[str], str]:
    sign, rest = item[0], item[1:]
    if rest[:1] == "[":
        letters, end = rest[1:].split("]")
        return sign, list(letters), end
    if rest[:1] == "(":
        groups, end = rest[1:].split(")")
        return sign, groups.split("|"), end
    return sign, [""], rest
