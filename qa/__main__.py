"""`python -m qa`: the command line, for where its folder is not on the path."""

from qa.cli import main

if __name__ == "__main__":
    main()
