"""How surnames of the Slavs end in folded Latin letters, by whatever romanization.

These are the ends that always tell a surname. Whoever may take more for one, such as -in or Polish -owa, adds them.
"""

from __future__ import annotations

# Surnames that are adjectives, as a man has them and as a woman does.
SKY = ("sky", "skyi", "skyy", "skiy", "ski")
SKAYA = ("ska", "skaya", "skaia")
# Those that say whose son or daughter somebody was.
OV, OVA = ("ov", "ev"), ("ova", "eva")


def takes_no_ending(surname: str, lang: str) -> bool:
    """Whether a surname is the same in every case: in Russian one in -о, which Ukrainian and others decline."""
    return lang == "ru" and surname.endswith("о")


def has_article(surname: str, word: str, lang: str) -> bool:
    """Whether a folded word is a noun with an article that no surname takes: Romanian lupul, the wolf, beside Lupu."""
    return lang == "ro" and surname.endswith("u") and word in (surname + "l", surname + "lui")
