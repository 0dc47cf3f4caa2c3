# Tests that run the program or read the tree.
