"""What a figure counts and whose it is, across German and English.

Three questions the check puts to words: which noun does a figure count (`counted`), may two nouns stand for each other
(`nouns`), and is this name of the English text in the German one, however it is spelled there (`names`). They rest on
word lists under ``words/`` that are written for this project and read at the first question, and on rules for
inflection (`german`, `english`), compounds and romanisation (`romanise`).

To extend: add a line to a file under ``words/`` (each says its format at the top) and a case under
``tests/cases/lexicon/``.
"""
