// Package config holds the office's settings: one TOML file, sealdesk.toml, in the data folder, and environment
// variables that take precedence over it.
//
// The file is read strictly. A key that does not exist is a problem with a line and, where one is near, the key
// that was probably meant; all problems are told at once. A secret never stands in the file: it is given as
// { file = "..." } or { env = "..." } and read when it is needed.
package config
