"""Sentences of our own: news-like English with its Portuguese, enough to train a vocabulary on."""

from __future__ import annotations

from itertools import product

PAIRS = (
    (
        "The old bridge across the river was closed on Monday.",
        "A antiga ponte sobre o rio foi fechada na segunda-feira.",
    ),
    (
        "The minister said that the talks would go on next week.",
        "O ministro disse que as negociações continuariam na próxima semana.",
    ),
    (
        "Heavy snow stopped every train in the north of the country.",
        "A forte nevasca parou todos os trens no norte do país.",
    ),
    (
        "The hospital needs more nurses before the winter.",
        "O hospital precisa de mais enfermeiros antes do inverno.",
    ),
    (
        "Farmers blocked the road to the capital with their tractors.",
        "Agricultores bloquearam a estrada para a capital com seus tratores.",
    ),
    (
        "The court will hear the witnesses in the autumn.",
        "O tribunal ouvirá as testemunhas no outono.",
    ),
    (
        "Three houses burned down, but nobody was hurt.",
        "Três casas queimaram, mas ninguém ficou ferido.",
    ),
    (
        "The mayor thanked the volunteers for their patience.",
        "O prefeito agradeceu aos voluntários pela paciência.",
    ),
    (
        "Prices of bread and milk rose again in March.",
        "Os preços do pão e do leite subiram novamente em março.",
    ),
    (
        "The two presidents met in Lisbon and signed a treaty.",
        "Os dois presidentes se reuniram em Lisboa e assinaram um tratado.",
    ),
    (
        "A fisherman found the lost letter on the beach.",
        "Um pescador encontrou a carta perdida na praia.",
    ),
    (
        "The team won the match in the last minute.",
        "A equipe venceu a partida no último minuto.",
    ),
    (
        "Engineers say that the dam is safe.",
        "Os engenheiros dizem que a barragem é segura.",
    ),
    (
        "The school opened its doors after a long strike.",
        "A escola abriu as portas depois de uma longa greve.",
    ),
    (
        "Police are looking for the driver of a red car.",
        "A polícia procura o motorista de um carro vermelho.",
    ),
    (
        "The museum shows paintings that were hidden for years.",
        "O museu mostra pinturas que ficaram escondidas por anos.",
    ),
)

ENGLISH = tuple(english for english, _ in PAIRS)
PORTUGUESE = tuple(portuguese for _, portuguese in PAIRS)

_PEOPLE = (
    "The mayor",
    "A teacher",
    "The pilot",
    "Our neighbour",
    "The doctor",
    "A young singer",
    "The judge",
)
_DEEDS = ("repaired", "described", "remembered", "forgot", "painted", "measured", "opened", "questioned")
_THINGS = (
    "the wooden gate",
    "a forgotten harbour",
    "the yellow lighthouse",
    "an empty market",
    "the narrow street",
)
_TIMES = (
    "yesterday",
    "before sunrise",
    "during the storm",
    "in silence",
    "for the children",
    "at the third attempt",
)

CORPUS = (
    *ENGLISH,
    *PORTUGUESE,
    *(f"{who} {did} {what} {when}." for who, did, what, when in product(_PEOPLE, _DEEDS, _THINGS, _TIMES)),
)
