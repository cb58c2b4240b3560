package i18n

func consoleEN() Console {
	return Console{
		Units: ConsoleUnits{"s", "m", "h", "d"},
		Pages: map[string]string{
			"pipeline": "Pipeline", "verification": "Verify", "review": "Review", "sealing": "Seal", "contract": "Contract",
		},
		Actions: consoleActionsEN(),
		Columns: ConsoleColumns{
			No: "Number", Title: "Title", PartyB: "Party B", Department: "Department", Amount: "CNY", Wait: "Wait", Stage: "Stage",
			Name: "Name", Phone: "Phone", Document: "Document", Method: "Method", State: "State", Tries: "Tries", Contract: "Contract",
			Deadline: "Left", Claimed: "Reviewer", Time: "Time", What: "What", Who: "Who", To: "To", Act: "Act", Step: "Step",
			Digest: "SHA-256", Attempts: "Asked", LastError: "Last answer", Started: "Started", Certificate: "Certificate",
		},
		Header: ConsoleHeader{
			Tightest: "next {0}", Jobs: "jobs ⚠{0}", Unreached: "offline ⚠{0}", Stale: "⚠ data is {0} old", Waiting: "working {0}", TooSmall: "Too small ({0}×{1})", Needs: "Please make it 60×15 or more",
		},
		Dialogs: ConsoleDialogs{
			Cancel: "Cancel", NothingFound: "No such command", SecretKeys: "enter confirms · esc cancels",
			HelpKeys: "type to search · ↑↓ scroll · esc closes", TypeWord: "Type {0} to confirm:", Lines: "{0}–{1}/{2}", Help: "Help",
			Palette: "Commands", QuitTitle: "Quit", QuitText: "Leave the console? Work in the background goes on.", QuitYes: "Quit",
			Progress: "{0}/{1}[ · about {2} left]", StopHint: "esc stops after the present one", Stopping: "Stopping…", SomeFailed: "{0} failed:",
			CloseHint: "enter closes", Rest: "{0} more",
		},
		Pipeline: ConsolePipeline{
			Stages: "Stages", OnlyProblems: "with problems only", NothingFound: "Nothing fits. esc clears the filter",
			NothingToPush: "Nothing waits to be pushed. [ ] show other stages", NothingHere: "No contract at this stage. [ ] change the stage",
		},
		Verification: ConsoleVerification{
			Running: "Running verifications", Recent: "Verifications of the last day", Nothing: "Nobody is being verified. t shows the last day",
			NothingRecent: "No verification in the last day. t goes back", NothingFound: "Nothing fits. esc clears the filter",
			Detail: "Verification", Failed: "Reason", Asking: "Check", Order: "Order number",
			CancelTitle: "Cancel the verification", CancelText: "Ends this try of {0}. The person may begin again.", CancelYes: "End it",
			ManualTitle: "Open manual review", ManualText: "Lets {0} upload photos for review by a person.", ManualYes: "Open",
		},
		Review: ConsoleReview{
			Queue: "To review", Nothing: "Nobody waits for review.", Case: "Review", Stated: "Stated by the signer", Check: "Checklist", Late: "late",
			Front: "Document", Held: "With the holder", PhotosHidden: "v shows the photos", PhotosAudited: "Looking at them is recorded.",
			NotMine: "Photos are shown to whoever has the case. c claims it", Open: "open", Mine: "me", By: "{0}", Before: "{0} refused before",
			Checks: []string{
				"Document sharp, four corners", "Name as stated", "Number as stated", "Document not expired", "Holder is the person in it",
			},
			ChecksAuthority: []string{"Letter legible, complete", "Names this company and this signer", "Covers signing contracts", "Sealed, signed and in date"},
			ChecksSeal:      []string{"Picture sharp, complete", "Words are the registered name", "The company's own seal, no contract or finance seal of others"},
			IDValid:         "number checks out", IDInvalid: "number does not check out", Birth: "Born", Age: "Age", Adult: "years", Zoom: "{0}x",
			ApproveTitle: "Approve", ApproveText: "{0} can go on.", ApproveYes: "Approve",
			RejectTitle: "Send back", RejectText: "{0} is told: {1}. The person may submit again.", RejectYes: "Send back", ChooseReason: "Why it is sent back",
			PhotosBroken: "The photo cannot be shown",
		},
		Sealing: ConsoleSealing{
			Ready: "Ready for the seal", Nothing: "No contract waits for the seal.", Locked: "Key locked · u unlocks", Unlocked: "Seal key unlocked",
			Picture: "picture", Words: "text", SealHere: "contract seal", NoPictures: "The page cannot be shown; sealing works all the same.",
			Loading: "Reading the page…", Moving: "arrows 1 mm · shift 1 cm · enter keeps · esc restores",
			PageOf: "page {0}/{1}", At: "Seal on page {0}, {1} mm from the left, {2} mm from below", UnlockTitle: "Unlock the seal key",
			UnlockText: "PIN of the seal key. It is unlocked for this process only.", SealTitle: "Seal {0}", SecondMissing: "second sealer missing", SecondThere: "confirmed by {0}",
			SealText: "Applies the contract seal to “{1}” (Party B: {2}). It cannot be undone; the final goes back at once.", SealYes: "Seal",
			ManyTitle: "Seal {0} contracts", ManyText: "Applies the contract seal to the {0} marked contracts, one by one. It cannot be undone.",
			Sealing: "Sealing", SealDone: "{0} of {1} sealed",
		},
		Contract: ConsoleContract{
			Overview: "Overview", Timeline: "Timeline", Signers: "Signers", Messages: "Messages", Signatures: "Signatures",
			NoMessages: "No message was sent yet.", NoSignatures: "Nobody has signed yet.", ValidTill: "Valid till", VerifiedAs: "Verified as", OldText: "(of an earlier text)", Method: "Verified by",
			Receipt: "Receipt", Process: "Sealing", Token: "timestamped", NoToken: "no timestamp",
		},
		Steps: ConsoleSteps{Push: "push", BSign: "B", BSeal: "B seal", ASign: "A", Seal: "seal", Deliver: "deliver"},
		Next: ConsoleNext{
			Push: "The office pushes", BSign: "Party B signs: {0}", BSeal: "Party B seals: {0}", ASign: "Party A signs: {0}",
			Seal: "The office seals", Deliver: "The final is returned", Check: "The office checks",
		},
		Acts: ConsoleActs{
			Pushed: "{0} pushed; Party B gets a message", PushTitle: "Push {0} contracts", PushYes: "Push", PushMany: "Pushes the {0} marked contracts.",
			PushEffect: "Party B of each gets a text message.", Pushing: "Pushing", PushDone: "{0} of {1} pushed", Copied: "Copied {0}",
			Confirmed: "{0} is confirmed for another sealer", Sealed: "{0} carries the contract seal", Unlocked: "Seal key unlocked", Rechecked: "Asked again about {0}",
			Resent: "Sent {0} another code", ManualOpened: "Manual review is open to {0}", Cancelled: "Ended the verification of {0}",
			Claimed: "You have the review of {0}", Approved: "{0} is verified", Rejected: "{0} was sent back and is told why",
		},
		Why: ConsoleWhy{
			NoRight: "You do not have the right to {0}", NotToPush: "Cannot be pushed: {0}", NotToSeal: "Cannot be sealed: {0}",
			NothingChosen: "Nothing is chosen", NeedsWidth: "The preview needs 120 columns; enter opens the contract",
			NoClipboard: "The terminal has no clipboard", NothingMarked: "Nothing is marked; space marks", NotAsking: "No provider is being asked",
			NotCode: "No code is awaited", Decided: "It is decided", NoContract: "No contract waits for this person",
			InReview: "It is at the review desk", ClaimFirst: "Claim it first with c", TakenBy: "{0} has it", TickAll: "{0} of {1} checks ticked",
			PhotosFirst: "Look at the photos first with v", KeyLocked: "The seal key is locked; u unlocks it", AlreadyUnlocked: "The seal key is unlocked",
			NoPictures: "The page cannot be shown", NoSecond: "This amount needs no second sealer", NoPlace: "There is no place for the seal", FirstPage: "This is the first page",
			LastPage: "This is the last page", NoSibling: "No more contracts", NoUnlock: "It cannot be unlocked here",
		},
		Events: consoleEventsEN(),
		Tour: []ConsoleStep{
			{"↑↓ [ ]", "Choose a contract; the bracket keys change the stage. Contracts move by themselves: the signers are simulated."},
			{"p", "Push a contract that is “to push” to Party B; space marks several."},
			{"2", "See how far the signers' verifications are, and ask again when one fails."},
			{"3", "Manual review: c claims, v shows the photos, digits tick, a approves, x sends back."},
			{"4", "Seal: u asks for the PIN[ (here {0})], s seals, S seals the marked ones."},
			{"enter", "Open a contract: its timeline, messages and signatures."},
			{":", "Every command; those that cannot run say why."},
		},
		Comma: ", ", Here: "This page", Everywhere: "Everywhere", TourTitle: "Tour", Marked: "{0} marked", NextLabel: "Next", SinceAgo: "{1} (since {0})",
		System: "system", Signer: "signer", Unnamed: "(not verified)", Refused: "{0} refused: {1}", LoadFailed: "Could not be read",
		TryAgain: "ctrl+r tries again", Loading: "Reading…", Retrying: "Trying again…", Stopped: "Stopped",
	}
}

func consoleEventsEN() map[string]string {
	return map[string]string{
		"contract.authority": "Party B's authority confirmed", "contract.enrol": "company shows authority or seal",
		"enrol.authority": "authority shown", "enrol.seal": "company seal enrolled", "contract.deliver": "final returned", "contract.download": "file downloaded",
		"contract.fetched": "final fetched", "contract.intake": "received", "contract.contact": "contact changed", "contract.recall": "recalled", "contract.appraise": "kept its time", "contract.keep": "kept on", "contract.confirm": "confirmed for the seal", "contract.reconcile": "final compared", "contract.undelivered": "not delivered", "contract.extend": "period extended", "contract.remind": "reminded", "contract.warn": "warned of the end", "contract.expire": "period over", "contract.end": "ended",
		"contract.void": "voiding begun", "contract.voided": "voided", "contract.void_failed": "not voided", "contract.other_bytes": "other text received", "contract.push": "pushed",
		"contract.refuse": "refused to sign", "contract.seal": "contract seal", "contract.seal_b": "Party B seals", "contract.sign": "signs",
		"seal.commit": "signature in force", "seal.keyuse": "key used", "seal.quarantine": "result held back", "seal.reserve": "signing begins",
		"seal.abort": "act lapsed", "key.make": "key made for the act", "key.destroy": "key destroyed",
		"sign.code": "code to sign sent", "sms.unknown": "message: outcome unknown",
	}
}

func consoleActionsEN() map[string]ConsoleAction {
	return map[string]ConsoleAction{
		"help": {"help", "Keys of this page and everywhere"}, "palette": {"commands", "List and run commands"},
		"filter": {"filter", "Narrow the list by number, title, party; esc clears"}, "refresh": {"refresh", "Read again"},
		"redraw": {"redraw", "Draw the screen again"}, "leave": {"leave", "Leave the page; on the first one ask to quit"},
		"back": {"back", "Drop marks and filter, or go back a page"}, "page.pipeline": {"pipeline", "Contracts by stage"},
		"page.verification": {"verification", "Verifications of signers"}, "page.review": {"review", "Manual review of photos"},
		"page.sealing": {"seal desk", "Apply the contract seal"}, "up": {"up", "Line above"}, "down": {"down", "Line below"},
		"page_up": {"page up", "Screen above"}, "page_down": {"page down", "Screen below"}, "first": {"first", "First line"}, "last": {"last", "Last line"},
		"contract.open": {"open", "Open the contract"}, "contract.push": {"push", "Push the contract, or all marked ones; Party B gets a message"},
		"contract.to_seal": {"seal", "Take the contract to the seal desk"}, "mark": {"mark", "Mark or unmark"},
		"mark_range": {"range", "Mark from the last mark to here"}, "mark_all": {"all", "Mark all (up to 1000); again unmarks"},
		"pane.next": {"pane", "Switch between stages and list"}, "pane.left": {"stages", "Go to the stages"}, "stage.previous": {"stage before", "Contracts of the stage before"},
		"stage.next": {"next stage", "Contracts of the next stage"}, "problems": {"problems", "Only contracts with a problem"},
		"preview": {"preview", "Show or hide the preview"}, "copy": {"copy", "Copy the number"},
		"verification.recheck": {"recheck", "Ask the provider again at once"}, "verification.resend": {"resend", "Send the code again"},
		"verification.manual": {"manual", "Open manual review to the person"}, "verification.cancel": {"end", "End this try"},
		"verification.recent": {"last day", "Switch between running and the last day"}, "verification.contract": {"contract", "Open the contract that waits"},
		"review.claim": {"claim", "Take this review"}, "review.photos": {"photos", "Show the two photos (recorded)"},
		"review.approve": {"approve", "Approve when everything is ticked"}, "review.reject": {"send back", "Send back with a reason"},
		"review.tick": {"tick", "Digits tick the checklist"}, "review.photo": {"switch", "Both photos, document only, holder only"},
		"zoom.in": {"zoom in", "Enlarge the photo"}, "zoom.out": {"zoom out", "Shrink the photo"}, "zoom.reset": {"whole", "Show all of it"},
		"pan.left": {"left", "A step to the left"}, "pan.right": {"right", "A step to the right"}, "pan.up": {"up", "A step up"},
		"pan.down": {"down", "A step down"}, "case.next": {"next", "Next review"},
		"seal.unlock": {"unlock", "Enter the PIN of the seal key"}, "seal.one": {"seal", "Seal this contract"}, "seal.confirm": {"confirm", "As the second sealer: another one may seal this contract"}, "seal.marked": {"seal marked", "Seal the marked contracts one by one"},
		"seal.view": {"picture/text", "Switch between picture and text"}, "seal.place": {"to the seal", "Go to the page that gets the seal"},
		"seal.move": {"move", "Move the seal"}, "seal.keep": {"keep", "Keep the new place of the seal"},
		"seal.far_left": {"1 cm left", "1 cm to the left"}, "seal.far_right": {"1 cm right", "1 cm to the right"},
		"seal.far_up": {"1 cm up", "1 cm up"}, "seal.far_down": {"1 cm down", "1 cm down"}, "doc.next": {"next page", "Next page of the document"}, "doc.previous": {"page before", "Page before"},
		"tab.next": {"next tab", "Overview, timeline, signers, messages, signatures"}, "tab.previous": {"tab before", "Tab before"},
		"sibling.next": {"next contract", "Next contract of the list"}, "sibling.previous": {"contract before", "Contract before in the list"},
	}
}
