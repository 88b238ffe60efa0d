"""Reading numbers in any script and language, and comparing those of a text with those of its translation.

`read` finds the quantities of one text, each with every value it may stand for; `compare` says which of them
have no counterpart on the other side. What the tables do not know (an idiom, a rare numeral) is met with
silence rather than alarm: only numbers in digits must have a counterpart of their own.
"""

from qa.numbers.compare import Mismatch, compare
from qa.numbers.quantity import Quantity, Weight
from qa.numbers.read import read

__all__ = ["Mismatch", "Quantity", "Weight", "compare", "read"]
