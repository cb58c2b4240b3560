package i18n

// Usage holds the sentences about a command line that was not understood, and about files that cannot be used.
type Usage struct {
	UnknownCommand string // {0} word, {1} nearest command, {2} command
	UnknownFlag    string // {0} flag, {1} command
	FlagEmpty      string // {0} flag, {1} command
	FlagValue      string // {0} flag, {1} value, {2} command
	FlagSyntax     string // {0} flag, {1} command
	Unreadable     string // {0} command
	ArgsExact      string // {0} number wanted, {1} number given, {2} usage
	ArgsLeast      string // {0} least number, {1} number given, {2} usage
	ArgsNone       string // {0} argument, {1} usage
	Missing        string // {0} flags, {1} usage
	NotTogether    string // {0} flag, {1} flag
	OneOf          string // {0} flags, {1} usage
	Value          string // {0} flag or argument, {1} value, {2} values
	Range          string // {0} flag, {1} value, {2} least, {3} most
	Positive       string // {0} flag, {1} value
	Negative       string // {0} flag, {1} value
	Language       string // {0} name, {1} names
	Stage          string // {0} name, {1} names
	Job            string // {0} what is not a number
	JobUnknown     string // {0} number
	Place          string // {0} flag, {1} value
	Keyword        string // {0} value
	Needs          string // {0} flag, {1} flag it needs
	FilePage       string // {0} place
	Key            string // two ways of giving a key
	FilePlace      string // three ways of giving a place
	Time           string // {0} value
	Day            string // {0} value
	PIN            string // no PIN was given
	Answer         string // {0} question that was not answered
	LineTooLong    string
	FileMissing    string // {0} file
	FileDenied     string // {0} file
	FileFolder     string // {0} file
	FileFailed     string // {0} file, {1} cause
	DiskFull       string
	Anchor         string // {0} file
	FolderUnknown  string // no folder is named
	Interrupted    string
	Unforeseen     string // {0} cause
	ItemFailed     string // {0} item, {1} sentence
}
