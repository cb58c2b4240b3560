package i18n

func cliEN() CLI {
	return CLI{
		Empty: "Nothing to show.", NoFolder: "There is no office in {0} yet. Make one with sealdesk init, or look at sealdesk demo.",
		Console: "The demonstration has ended. Its folder stays: {0}", ErrorPrefix: "error: {0}",
		NoStandIns:    "This program was built for an office and has neither the demonstration nor the stand-ins. Build it without the tag office for them.",
		ReasonMissing: "Give the reason with --reason.", Rows: "{0} of {1}",
		Tables: CLITables{
			Contracts:     []string{"Number", "Title", "Stage", "Party A", "Party B", "Amount (CNY)", "Waiting since", "Problem"},
			Verifications: []string{"ID", "Name", "Method", "State", "Tries", "Since"},
			Reviews:       []string{"ID", "Name", "Document", "State", "Opened", "Due", "Reviewer"},
			Jobs:          []string{"ID", "Kind", "State", "Attempts", "Next run", "Last error"},
			Operators:     []string{"Name", "Roles", "Account", "On duty", "Stand-in", "Disabled"},
			Events:        []string{"Number", "Time", "Who", "What", "On what", "Result"},
			Messages:      []string{"Time", "Kind", "To", "State"},
			Seals:         []string{"Act", "Contracts"},
			Ledger:        []string{"Number", "Sealed at", "Contract", "Title", "Party B", "Amount (CNY)", "Sealer", "Certificate", "File"},
			Templates:     []string{"Template", "Title has", "Words", "Places"},
			Differences:   []string{"Contract", "Difference"},
			Offers:        []string{"ID", "Contract", "Received", "State", "Reason", "Tries"},
			Fields:        []string{"Field", "Present", "Offered"},
			Signatures:    []string{"Field", "Kind", "Signer", "Level", "Intact", "Trusted", "Signed at"},
		},
		Contract: CLIContract{
			No: "Number", Title: "Title", Amount: "Amount (CNY)", Stage: "Stage", Since: "Since", Source: "Source", Approved: "Approved", Expires: "Sign by",
			Original: "Original", Current: "Current", Pages: "Pages", Problem: "Problem", PartyA: "Party A", PartyB: "Party B", Purchaser: "Purchaser",
			Signers: "Signers", Events: "Record", Messages: "Messages", Signatures: "Signatures", Verified: "verified", NotVerified: "not verified",
		},
		Quarantine: CLIQuarantine{
			Item: "(item {0}, no number)", Current: "Present text", Offered: "Offered text", Fields: "Fields that differ", Text: "Lines that differ (- present, + offered)",
			SameText: "The words of both texts are the same.", More: "{0} more lines differ.", Unread: "The texts cannot be compared: {0}. Fetch both documents with --fetch.",
			Decide: "Decide: sealdesk quarantine {0} {1} --reason R",
		},
		Demo: CLIDemo{
			Starting: "Preparing the data folder of the demonstration: {0}", StandIns: "Stand-ins are up: {0}", Offered: "Received {0}/{1}",
			Pushed: "Pushed {0}/{1}", Signed: "Signed by both parties {0}/{1}", Sealed: "Contract seal applied {0}/{1}", Delivered: "Returned {0}/{1}",
			Reviewed: "Reviewed {0}/{1}", Turned: "Turned away {0}/{1}", Done: "{0} contracts done in {1} seconds", Stalled: "Still waiting: {0}",
			Finals: "Sealed finals are in {0}", Open: "Open the folder: {0}",
			Summary: CLISummary{
				Contracts: "contracts", Done: "done", TurnedAway: "turned away", Refused: "refused", Links: "link messages", Codes: "code messages",
				Notices: "notices", Unknown: "unknown", Verifications: "verifications", Reviews: "reviews", Seals: "seals", Seconds: "seconds",
			},
		},
		Rules: CLIRules{
			Heads: []string{"Rule", "Value", "Since", "By", "Reason", "Meaning"}, HistoryHeads: []string{"Time", "Rule", "Before", "After", "By", "Reason"},
			Set: "The rule {0} is \"{1}\" now[; it was \"{2}\"].", NotCarriedOut: "{0} (not carried out yet)", Created: "set when the folder was made", Adopted: "taken over from the settings",
			Moved: "note: {0} is a rule now, and the value there is ignored. sealdesk rules shows the value in force ({1}). Remove it there.",
		},
		Doctor: doctorEN(), Verify: verifyEN(), Acts: actsEN(),
		Init: CLIInit{
			OfficeName: "Name of the organisation", Folder: "Data folder", OperatorName: "Login name of the first operator", Roles: "Roles", Phone: "Phone",
			Key: "Seal certificate file (PKCS#12)", MakeKey: "No certificate: make a test key", PIN: "PIN for the seal key", PINAgain: "The PIN again",
			PINsDiffer: "The two PINs differ. Enter them again.", Done: "Made: {0}. Now run sealdesk.",
			TestKeyWarning: "This is a test key: what it signs proves nothing to others. Import a real certificate before real use.",
		},
		Serve: CLIServe{
			Listening: "Signers' pages: {0}", Leading: "This process does the background work.", Following: "Another process does the background work: {0}",
			Stopping: "Finishing what was begun.", Stopped: "Stopped.",
		},
	}
}

func doctorEN() CLIDoctor {
	return CLIDoctor{
		Title: "Checks", Good: "good", Warn: "look", Bad: "bad", Skipped: "not checked", Database: "Database", Vault: "Vault key", SealKey: "Seal key",
		Certificate: "Seal certificate", Chain: "Record", Engine: "Background work", Tools: "PDF tools", Procurement: "Procurement system",
		SMS: "SMS gateway", Identity: "Identity provider", TSA: "Timestamp authority", Clock: "Clock", Disk: "Disk", Config: "Configuration",
		Duty: "Duty roster", Intake: "Intake", IntakeWaits: "{0} offers fail again and again, {1} were given up or have no number, {2} differ from their contract: see sealdesk intake", PollFails: "The list of contracts could not be read {0} times in a row, since {1}[: {2}]", Language: "Language", ExpiresIn: "expires in {0}", Expired: "expired {0}", Free: "{0} free", ClockOff: "off by {0}",
		Reachable: "reachable", NotReachable: "not reachable", NotConfigured: "not configured", Locked: "locked", Unlocked: "unlocked",
		TestKey: "test key", NoEngine: "Nobody does the background work. Run sealdesk serve, or open the console.",
		AllGood: "Everything is in order.", Problems: "Things to look at: {0}.",
	}
}

func verifyEN() CLIVerify {
	return CLIVerify{
		File: "File", Verdict: "Verdict", Valid: "valid", Invalid: "invalid", Indeterminate: "indeterminate", Unsigned: "unsigned", Act: "act",
		Timestamp: "timestamp", Intact: "intact", Broken: "changed", Trusted: "trusted", NotTrusted: "not trusted", WholeRevision: "covers the whole revision",
		ChangesNone: "no changes after it", ChangesPermitted: "only permitted changes after it", ChangesForbidden: "forbidden changes after it",
		Certified: "certified", Locked: "locked", Reason: "Reason", Removed: "Signatures taken away by a later change",
	}
}

func actsEN() CLIActs {
	return CLIActs{
		Imported: "Contract {0} is imported.", Pushed: "Contract {0} is pushed; Party B gets a message.", Reminded: "The message for contract {0} is sent again.",
		ContactChanged: "The contact of contract {0} is changed; the old link is dead.", Extended: "The signing period of contract {0} is longer now.",
		Recalled: "Contract {0} is recalled.", Voided: "Voiding of contract {0} has begun: document {1} waits for Party B.", Ended: "Contract {0} is ended.",
		Sealed: "Contract {0} has the contract seal.", SealedFile: "Sealed ({1}): {0}", Downloaded: "Saved: {0}", Claimed: "Review {0} is yours.", Approved: "Review {0} is approved.",
		Rejected: "Review {0} is refused; the person is told.", Rechecked: "Verification {0} is asked again.", Resent: "The code of verification {0} is sent again.",
		ManualOpened: "Manual review is open for verification {0}.", Cancelled: "Verification {0} is cancelled.", Retried: "Job {0} is ready again.",
		OperatorAdded: "Operator {0} is added.", OperatorDisabled: "Operator {0} is disabled.", Kept: "Contract {0} is kept on.", TemplateSet: "Template {0} is kept.", TemplateGone: "Template {0} is gone.", StandInSet: "{0} stands in for whoever is on duty.", Confirmed: "Contract {0} is confirmed; another sealer can seal it.", DutySet: "{0} is on duty.",
		OfferDropped: "Offer {0} is dropped.", Decided: "Contract {0} is decided: {1}.",
		ChainGood: "The record is whole: {0} entries, head {1}", Reconciled: "{0}: {1} finals compared, {2} differences.", BackedUp: "Backup saved: {0}", Restored: "Restored from: {0}", Exported: "Exported: {0}",
	}
}
