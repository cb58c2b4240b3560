package ui

import "github.com/muesli/termenv"

const noColours = termenv.Ascii
