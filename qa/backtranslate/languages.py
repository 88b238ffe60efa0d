"""Names that translation models have for languages: data, and the way from a name to a base language.

NLLB and FLORES name a language by ISO 639-3 and a script. Where it is written in several scripts, or the
639-1 code stands for a family, the table holds the standard variety that news is written in.
"""

from __future__ import annotations

# "no" is Bokmål, "ms" Standard Malay, "sw" Coastal Swahili.
_TABLE = """
af=afr_Latn am=amh_Ethi ar=arb_Arab as=asm_Beng az=azj_Latn ba=bak_Cyrl be=bel_Cyrl bg=bul_Cyrl bm=bam_Latn
bn=ben_Beng bo=bod_Tibt bs=bos_Latn ca=cat_Latn ceb=ceb_Latn ckb=ckb_Arab crh=crh_Latn cs=ces_Latn cy=cym_Latn
da=dan_Latn de=deu_Latn dz=dzo_Tibt ee=ewe_Latn el=ell_Grek en=eng_Latn eo=epo_Latn es=spa_Latn et=est_Latn
eu=eus_Latn fa=pes_Arab ff=fuv_Latn fi=fin_Latn fj=fij_Latn fo=fao_Latn fr=fra_Latn fur=fur_Latn ga=gle_Latn
gd=gla_Latn gl=glg_Latn gn=grn_Latn gu=guj_Gujr ha=hau_Latn he=heb_Hebr hi=hin_Deva hr=hrv_Latn ht=hat_Latn
hu=hun_Latn hy=hye_Armn id=ind_Latn ig=ibo_Latn ilo=ilo_Latn is=isl_Latn it=ita_Latn ja=jpn_Jpan jv=jav_Latn
ka=kat_Geor kab=kab_Latn kg=kon_Latn ki=kik_Latn kk=kaz_Cyrl km=khm_Khmr kn=kan_Knda ko=kor_Hang ku=kmr_Latn
ky=kir_Cyrl lb=ltz_Latn lg=lug_Latn li=lim_Latn ln=lin_Latn lo=lao_Laoo lt=lit_Latn lv=lvs_Latn mai=mai_Deva
mg=plt_Latn mi=mri_Latn mk=mkd_Cyrl ml=mal_Mlym mn=khk_Cyrl mr=mar_Deva ms=zsm_Latn mt=mlt_Latn my=mya_Mymr
nb=nob_Latn ne=npi_Deva nl=nld_Latn nn=nno_Latn no=nob_Latn nso=nso_Latn ny=nya_Latn oc=oci_Latn om=gaz_Latn
or=ory_Orya pa=pan_Guru pap=pap_Latn pl=pol_Latn prs=prs_Arab ps=pbt_Arab pt=por_Latn qu=quy_Latn rn=run_Latn
ro=ron_Latn ru=rus_Cyrl rw=kin_Latn sa=san_Deva sc=srd_Latn sd=snd_Arab sg=sag_Latn si=sin_Sinh sk=slk_Latn
sl=slv_Latn sm=smo_Latn sn=sna_Latn so=som_Latn sq=als_Latn sr=srp_Cyrl ss=ssw_Latn st=sot_Latn su=sun_Latn
sv=swe_Latn sw=swh_Latn ta=tam_Taml te=tel_Telu tg=tgk_Cyrl th=tha_Thai ti=tir_Ethi tk=tuk_Latn tl=tgl_Latn
tn=tsn_Latn tr=tur_Latn ts=tso_Latn tt=tat_Cyrl tw=twi_Latn ug=uig_Arab uk=ukr_Cyrl ur=urd_Arab uz=uzn_Latn
vi=vie_Latn wo=wol_Latn xh=xho_Latn yi=ydd_Hebr yo=yor_Latn yue=yue_Hant zh=zho_Hans zu=zul_Latn
"""
FLORES = dict(pair.split("=") for pair in _TABLE.split())
"""Base language to its FLORES-200 code."""

# Other names that models use for the same base language: older 639-1 codes, macro-languages, and 639-3 codes
# that differ from the FLORES ones.
_OTHERS = {
    "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "fil": "tl", "ara": "ar", "fas": "fa", "zho": "zh",
    "cmn": "zh", "chi": "zh", "aze": "az", "lav": "lv", "est": "et", "ekk": "et", "msa": "ms", "may": "ms",
    "mon": "mn", "nep": "ne", "nor": "no", "ori": "or", "orm": "om", "pus": "ps", "que": "qu", "sqi": "sq",
    "swa": "sw", "uzb": "uz", "yid": "yi", "kur": "ku", "mlg": "mg", "ger": "de", "fre": "fr", "dut": "nl",
    "gre": "el", "cze": "cs", "rum": "ro", "per": "fa", "pob": "pt", "scc": "sr", "scr": "hr", "hbs": "sr",
}  # fmt: skip
_FROM_ISO3 = {code.partition("_")[0]: language for language, code in FLORES.items() if language != "no"}


def base_language(name: str) -> str | None:
    """Base language of a model's name for it ("deu", "de_DE", "deu_Latn", "pt_br" …), None if it is none.

    Names of families ("ROMANCE", "zle", "mul") are no languages.
    """
    stem = name.replace("-", "_").partition("_")[0].lower()
    found = _OTHERS.get(stem) or _FROM_ISO3.get(stem) or stem
    return found if found in FLORES else None


def names_of(language: str) -> tuple[str, ...]:
    """Every short name a model may use for a base language, the usual one first."""
    iso3 = FLORES.get(language, "").partition("_")[0]
    others = [other for other, base in _OTHERS.items() if base == language]
    return tuple(dict.fromkeys(name for name in (language, iso3, *others) if name))
