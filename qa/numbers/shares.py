"""Percent, percentage points and their parts: a rise from 5 to 6 percent is one point, and it is not one percent."""

from __future__ import annotations

import re
from decimal import Decimal

PERCENT, POINTS = "%", "pp"
_GAP = r"[\s\u00a0\u202f-]"
# The points come first, since most of their names begin with "percent".
SHARE = re.compile(
    rf"{_GAP}?(?:(?P<points>"
    rf"(?:%|per\s?cent(?:age)?|pct|pro[cs]ent|prozent|százalék){_GAP}?(?:point|pun[kc]?t|poeng|enhet|pont)"
    rf"|(?:punt[oi]s?|pontos?|punct[eu]l?){_GAP}p(?:er|or|ro)centual"
    rf"|points?{_GAP}de{_GAP}pourcentage|prosenttiyksik|yüzde{_GAP}puan"
    rf"|(?:punkt\w{{0,4}}|pkt\.?){_GAP}proc|procentn\w{{1,4}}{_GAP}bod|ποσοστιαί\w+{_GAP}μονάδ"
    rf"|(?:процент|відсотк)\w{{1,5}}{_GAP}пункт|[пв]\.{_GAP}?п\b"
    rf"|نق(?:طة|اط|طتين){_GAP}مئوية|נקוד(?:ת|ות){_GAP}אחוז"
    r"|个?百分点|個?百分點|(?:%|％|パーセント|퍼센트|프로)(?:ポイント|포인트)|p\.?p\b)"
    rf"|%|％|per\s?cent(?!age|ile)|pct\b|pro[cs]ent(?!n)|protsen|prozent|százalék|p(?:ou|o|e)r{_GAP}?c(?:i?ento|ent)\b"
    r"|процент(?!н)|відсот(?!ков)|パーセント|퍼센트|프로)",
    re.I,
)
# "Tres décimas" are 0.3 points, "250 basis points" 2.5; and up to which number they are told so.
TENTH = re.compile(rf"{_GAP}(?:d[éè]cim[aoe]s?|decim[oi]|dixièmes?|zecim[ie]|деся(?:тых|тих))\b", re.I)
BASIS_POINT = re.compile(
    rf"{_GAP}?(?:basis{_GAP}?(?:points?|poin|punkte?n?)\b|basispunt|bps?\b|baz{_GAP}puan|points?{_GAP}de{_GAP}base"
    rf"|puntos{_GAP}básicos|pontos-base|punti{_GAP}base|pun[kc]t\w*{_GAP}(?:bazow|de{_GAP}bază)|bazick\w+{_GAP}bod"
    rf"|bázispont|räntepunkt|korkopist|μονάδ\w+{_GAP}βάσης|базисн\w+{_GAP}пункт|б\.{_GAP}?п\.|نقطة{_GAP}أساس"
    rf"|נקודות{_GAP}בסיס|ベーシスポイント|[个個]?基[点點]|điểm{_GAP}cơ{_GAP}bản|आधार{_GAP}अंक)",
    re.I,
)
PARTS = ((TENTH, 10, 10), (BASIS_POINT, 100, 1000))


def part_after(text: str, at: int, value: Decimal) -> Decimal | None:
    """What a number is in wholes, where the name of a part of them stands right after place `at`; None elsewhere."""
    return next((value / parts for name, parts, most in PARTS if value < most and name.match(text, at)), None)


def share_after(text: str, at: int) -> str | None:
    """PERCENT or POINTS where one of them stands right after place `at`, None elsewhere."""
    found = SHARE.match(text, at)
    return None if found is None else POINTS if found["points"] else PERCENT
