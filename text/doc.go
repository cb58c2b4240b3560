// Package text makes untrusted text safe for a terminal and measures text in terminal cells.
//
// Titles, names, messages of providers and strings of PDF files are written by strangers. On their way to a
// screen they pass Clean or CleanLines, which yield a Safe: no control character, no escape sequence, nothing
// that turns the reading direction or hides. Width, Truncate, Wrap and the Pad functions are the only
// measures of a string the console uses; they count cells, not bytes, and give the same answer in every locale.
package text
