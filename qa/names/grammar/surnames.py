"""How surnames of the Slavs end in folded Latin letters, by whatever romanization.

These are the ends that always tell a surname. Whoever may take more for one, such as -in or Polish -owa, adds them.
"""

from __future__ import annotations

# Surnames that are adjectives, as a man has them and as a woman does.
SKY = ("sky", "skyi", "skyy", "skiy", "ski")
SKAYA = ("ska", "skaya", "skaia")
# Those that say whose son or daughter somebody was.
OV, OVA = ("ov", "ev"), ("ova", "eva")
