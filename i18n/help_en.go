package i18n

func helpEN() Help {
	return Help{
		Usage: "Usage", Options: "FLAGS", Command: "COMMAND", Commands: "Commands", Flags: "Flags", Global: "Flags of every command",
		More: "See {0} COMMAND --help for one command.", Default: " (default {0})", Stages: "Stages: {0}", Version: "sealdesk {0}[ {1}] {2} {3}",
		Short: shortEN(), Flag: flagsEN(),
	}
}

func shortEN() map[string]string {
	return map[string]string{
		"":                  "The signing platform of a procurement office",
		"demo":              "Show an office with stand-ins, sample contracts and simulated people",
		"init":              "Make the data folder of a new office",
		"serve":             "Run background work, signers' pages and API until told to stop",
		"sandbox":           "Run the stand-ins for the providers alone",
		"import":            "Take one contract in",
		"contracts":         "List contracts",
		"contract":          "Show one contract with signers, signatures, messages and record",
		"download":          "Save the current or the original document",
		"push":              "Start the signing of contracts",
		"contact":           "Change the contact of a party",
		"template":          "Templates: where contracts of a kind are signed",
		"template set":      "Add a template, or change one",
		"template list":     "List the templates",
		"template remove":   "Remove a template",
		"keep":              "Decide to keep contracts whose time is over",
		"reconcile":         "Compare the finals of contracts, archive and procurement system",
		"remind":            "Call the person who is due once more",
		"extend":            "Give the signers more time",
		"recall":            "Take a contract back while it is being signed",
		"void":              "Void a complete contract, by a document that all parties sign",
		"end":               "End a contract by force, with a file that explains it",
		"confirm":           "Confirm contracts that another sealer will seal",
		"seal":              "Apply the contract seal",
		"seal-file":         "Seal any PDF file, without a data folder",
		"verify":            "Check the signatures of a PDF file",
		"verifications":     "List the personal verifications",
		"verification":      "Act on one personal verification",
		"reviews":           "List the manual reviews",
		"review":            "Act on one manual review",
		"jobs":              "List the background work",
		"jobs retry":        "Make a job ready again",
		"audit":             "The record of events",
		"audit verify":      "Check that the record is whole",
		"audit export":      "Print the record",
		"operator":          "The operators of the office",
		"operator add":      "Add an operator, or change one",
		"operator list":     "List the operators",
		"operator disable":  "Take every right of an operator away",
		"operator duty":     "Put an operator on duty",
		"operator stand-in": "Make an operator the stand-in, called when no operator on duty can be",
		"doctor":            "Check every component",
		"config":            "The settings",
		"config path":       "Print the path of the settings file",
		"config check":      "List everything wrong with the settings",
		"config show":       "Print the settings in force, without secrets",
		"version":           "Print the version",
		"rules":             "The rules that bind the people of the office",
		"rules set":         "Change a rule",
		"rules history":     "Every change of the rules, or of one",
		"completion":        "Print a completion script",
		"help":              "Show the help of a command",
	}
}

func flagsEN() map[string]string {
	return map[string]string{
		"dir":       "data folder `DIR` (SEALDESK_DIR)",
		"lang":      "language `zh|en` (SEALDESK_LANG)",
		"operator":  "act as the operator `NAME`, who must belong to this account",
		"plain":     "line by line, without colour or drawing",
		"help":      "show this help",
		"version":   "print the version",
		"json":      "print one JSON document",
		"reason":    "why, `R`; kept in the record",
		"pin-file":  "`FILE` with the PIN of the seal key, - for standard input",
		"output":    "`FILE` to write, - for standard output",
		"place":     "place of an act, `ACT=PLACE`: b_sign=page=-1,x=400,y=120, its centre in points from the bottom left, pages from the end negative; also b_seal, a_sign, office_seal",
		"contracts": "number `N` of contracts",

		"demo contracts": "number `N` of good contracts to complete", "demo headless": "the whole day without a screen", "demo speed": "speed `N` of the simulated people",

		"init name": "`NAME` of the organisation, as the seal shows it", "init key": "PKCS#12 `FILE` of the seal key; without it a test key is made",
		"init first-operator": "login `NAME` of the first operator", "init phone": "phone `P` of the first operator; needed to seal and to be on duty",
		"init role": "role `R` of the first operator; default all", "init sandbox": "state folder `DIR` of running stand-ins to work with",

		"sandbox listen": "loopback address `ADDR`; ports are kept in the state folder", "sandbox state": "folder `DIR` for the state of the stand-ins",
		"sandbox people": "simulated people who follow the messages too", "sandbox contracts": "offer `N` good contracts and one of each wrong kind",
		"sandbox pause": "pause `D` of the people between two acts",

		"import no": "contract number `NO`", "import title": "title `T`", "import amount": "amount `A` in yuan: 1280000.00", "import party-a": "Party A, its `NAME`",
		"import party-a-phone": "phone `P` of Party A's performer", "import party-a-person": "`NAME` of Party A's performer", "import party-b": "Party B, its `NAME`",
		"import party-b-phone": "phone `P` of Party B's representative", "import party-b-person": "`NAME` of Party B's representative",
		"import party-b-code": "Party B's unified social credit `CODE`",

		"contracts stage": "only this stage `S`, by its code or its word", "contracts search": "`TEXT` in number, title, party, person or their pinyin, or a signer's phone or its last digits", "contracts limit": "at most `N`",

		"download explanation": "the file that explains a forced end", "download original": "the document as it was pushed",

		"template set title": "for contracts with `TEXT` in their titles", "template set seal-a": "`TEXT` where Party A seals", "template set seal-b": "`TEXT` where Party B seals",
		"template set sign-at": "`TEXT` where both parties sign",

		"contact party": "`a|b`", "contact phone": "new phone `P`; the old link dies", "contact name": "new `NAME`", "contact verified": "take the name of the verification",

		"extend until": "last `DAY`, as 2030-12-31", "end attach": "`FILE` that explains it, PDF or picture", "keep years": "number `N` of years from now",

		"seal at": "centre of the seal, `PLACE`: page=1,x=400,y=120 in points from the bottom left, -1 is the last page",

		"seal-file key": "PKCS#12 `FILE` of the key that signs", "seal-file pin-file": "`FILE` with its PIN, - for standard input",
		"seal-file cert": "PEM `FILE` of the certificates, the signer's first", "seal-file key-pem": "PEM `FILE` of the key",
		"password-file":   "`FILE` with the password of an encrypted document, - for standard input",
		"seal-file image": "`FILE` of the seal, PNG or JPEG", "seal-file text": "words `TEXT` of the seal; the certificate's name when left out",
		"seal-file name": "words `TEXT` below the star, as 合同专用章", "seal-file shape": "`round|oval|name|hand`",
		"seal-file size": "width of the seal, `MM`; default 42 round, 40 oval, 18 name, 39 hand",
		"seal-file at":   "centre of the seal, `PLACE`: page=1,x=400,y=120 in points, or keyword=甲方（盖章）[,nth=N|last]", "seal-file field": "`NAME` of an empty signature field of the document",
		"seal-file across": "across the right edges of the pages too", "seal-file level": "`b|t`; default t with --tsa, else b", "seal-file tsa": "`URL` of a time-stamping authority",
		"seal-file engine": "`sealdesk|unipdf`, which writes the field", "seal-file unipdf-licence": "`FILE` of an offline licence of UniPDF",
		"seal-file unipdf-customer": "`NAME` of the licensee, as it stands in the licence", "seal-file reason": "reason `R` kept in the signature",

		"verify trust": "PEM `FILE` of certificates to trust; may be given again", "verify at": "`TIME` to judge at (RFC 3339); default now",

		"verifications open": "only the undecided ones", "reviews all": "the decided ones too",
		"review claim": "take the review", "review approve": "approve it", "review reject": "refuse with the coded reason `CODE`", "review note": "note `T` for colleagues",
		"review photos": "write the documents under review into `FOLDER`; the look is recorded",

		"jobs failed": "only jobs that wait for a person", "jobs all": "the finished jobs too", "audit export after": "only entries after number `N`",

		"operator add role": "role `R`; may be given again", "operator add phone": "phone `P`; needed to seal and to be on duty", "operator add os-user": "`ACCOUNT` of the machine that speaks for the operator",

		"reconcile last": "show the newest comparison instead of making one",
	}
}
