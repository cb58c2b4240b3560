// Package narrow keeps the terminal libraries from counting characters of ambiguous width, as "…" and the lines of a box,
// as two cells. They ask RUNEWIDTH_EASTASIAN when they are loaded and would cut every line of the console, which counts
// one cell as package text does. Like package background it is initialised before them, by its path and since it needs
// nothing but the environment.
package narrow

import "os"

func init() { _ = os.Unsetenv("RUNEWIDTH_EASTASIAN") }
