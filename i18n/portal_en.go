package i18n

import "campus.example/sealdesk/domain"

func portalEN() Portal {
	p := Portal{
		Common: PortalCommon{
			Product: "Signing platform", Title: "{0} - {1}", Office: "Procurement office",
			CallOffice: "Questions? Call the procurement office[, phone {0}].", Paper: "Whoever cannot sign here can ask the office to sign on paper instead.",
			Continue: "Continue", Back: "Back", Cancel: "Cancel", Submit: "Submit", Refresh: "Refresh", Required: "required", Optional: "optional",
			Waiting: "Working. The page refreshes by itself.", OtherLanguage: "中文", SignOut: "Sign out", SignedOut: "You are signed out.",
			Me: "My account", SkipToContent: "Skip to the content", ErrorHeading: "Not submitted", Consent: "Please read and agree",
			ReadConsent: "Read the full text", Attachments: "Attachments", Step: "Step {0} of {1}",
		},
		Entry: PortalEntry{
			Title: "Enter the signing platform", Welcome: "Signing platform of {0}",
			Explain: "A contract waits for you. Press “Start” and we send a code to your phone.",
			Phone:   "The code goes to {0}", Use: "Start",
			NoLink:      "Please open the link of your text message. If you have none, call the procurement office.",
			SafetyTitle: "For your safety", Safety: "The office never asks for codes or bank passwords by phone or message, and never for a transfer.",
		},
		Login: PortalLogin{
			Title: "Log in by phone", Explain: "Signers, purchasers and the office's own people log in with the phone registered here.", Phone: "Phone",
			PhoneHint: "11 digits", Send: "Send the code", Sent: "If the number is registered, a code is on its way.",
			Wrong: "The code is wrong or has run out. Look at the newest message, or ask for another code.", Link: "Log in by phone",
		},
		Code: PortalCode{
			Title: "Enter the code", Sent: "A code was sent to {0}.", Label: "Code", Hint: "6 digits, good for {0} minutes", Enter: "Enter",
			Resend: "Send again", ResendIn: "You can ask again in {0} seconds",
			NotGotten: "Nothing arrived? See whether your phone blocks messages, wait a little and send again. If the number is wrong, call the procurement office.",
		},
		Home: PortalHome{
			Title: "Home", Greeting: "Hello, {0}", GreetingPhone: "Hello, {0}", Todo: "For you to do", Nothing: "There is nothing for you to do now.",
			VerifyFirst: "Before the first signature you verify who you are. It is asked once.", VerifyNow: "Verify now",
			Verified: "Verified by {0}[, valid until {1}]", NotVerified: "Not verified", VerifyAgain: "Your verification has run out. Please verify again.",
			SignNow: "Sign", SealNow: "Seal", Look: "View", Waiting: "Waiting: {0}", Finished: "Done", Contract: "Contract", ContractNo: "Contract number",
			ContractTitle: "Title", Amount: "Amount (CNY)", Stage: "Status", Deadline: "Sign by", Progress: "Progress",
			Steps:  [3]string{"Contract made and approved", "Both parties sign and seal", "Download the signed contract"},
			Center: "My account", Name: "Name", PhoneNumber: "Phone", Document: "Document", ScanTitle: "Verify on your phone",
			ScanExplain: "On a computer? Scan this code with your phone and verify there. It is good for {0} minutes; do not forward it.",
			ScanAlt:     "QR code that opens the verification on the phone",
			Purchases:   "My purchases", ScanGoOn: "Go on by phone", ScanNew: "New code", Signature: "Personal verification",
		},
		Identity: PortalIdentity{
			Title: "Your identity", Intro: "Please enter everything as it stands in your document.",
			Steps: [2]string{"Your identity", "Choose a method"}, Kind: "Kind of document", SwitchKind: "Other kind of document", Name: "Name",
			NameHint: "as in the document", Number: "Document number", NumberHint: "letters in capitals",
			Hints: map[domain.DocKind]string{
				domain.DocIDCard: "18 places, the last may be the letter X", domain.DocPassport: "at the top right of the data page, letters and digits only",
				domain.DocHKMacauPermit: "H or M first, 9 or 11 places", domain.DocTaiwanPermit: "8 digits; 10 in the older booklet, with a letter in brackets",
				domain.DocResidence: "18 places, begins with 81, 82 or 83", domain.DocForeignerPRC: "18 places, begins with 9; 3 letters and 12 digits on the older card",
			},
			OnlyManual: "Holders of other documents than the resident identity card verify by manual review.", Next: "Next",
		},
		Methods: PortalMethods{
			Title: "Choose a method", Intro: "Any one of the first three is enough.", Face: "Verify by face", Phone: "Verify by phone",
			Bank: "Verify by bank card", Manual: "Manual review", FaceExplain: "The camera tells whether it is you.",
			PhoneExplain:  "Checks a code, and that name, document number and phone are registered together.",
			BankExplain:   "Checks the identity you left with your bank.",
			ManualExplain: "You upload photos of your document and our staff look at them. Takes about 15 to 30 minutes.",
			ManualLater:   "Manual review takes longer; it opens after another method failed.", ManualOnly: "With your document only manual review is possible.",
			TriesLeft: "Tries left today: {0}", NoTries: "No tries left today", NoneOffered: "No automatic method is available now. Please use manual review.",
			EditIdentity: "Change the identity",
		},
		Phone: PortalPhone{
			Title:   "Verify by phone",
			Explain: "We send a code to your phone. When it is right, a provider tells whether name, document number and phone belong together. Both must be right.",
			Start:   "Send the code", Sent: "A code was sent to {0}.", Label: "Code", Check: "Verify", Resend: "Send again", Switch: "Use another method",
		},
		Bank: PortalBank{
			Title:   "Verify by bank card",
			Explain: "Enter a card of your own; the identity left with the bank is compared with step 1. Nothing is charged and no password is asked.",
			Card:    "Card number", CardHint: "13 to 19 digits", Phone: "Phone left with the bank", PhoneIs: "must be {0}", Check: "Verify", Switch: "Use another method",
		},
		Face: PortalFace{
			Title:       "Verify by face",
			Explain:     "In good light, face the phone with your whole face uncovered.",
			Camera:      "After you agree, turn on the camera, then do what the page says.",
			CameraTitle: "Turn on the camera",
			Stays:       "The picture is shown on your phone only, to help you face the camera. It is neither sent nor kept.",
			Seen:        "I see myself, continue",
			ActionTitle: "Do what the page says",
			Action:      "Blink slowly, then turn your head to the left and to the right.",
			ByProvider:  "When you press Start, the identity service takes and compares the pictures of your face. The office receives the result only.",
			Start:       "Start",
			NoCamera:    "No camera was found, or the browser may not use it. Allow it and reload this page, open this on a phone, or use another method.",
			NoScript:    "Scripts are off in this browser, so it cannot open the camera. Please use another method.",
			Mirror:      "What the camera shows",
			Switch:      "Use another method",
			Permission:  "When the browser asks, allow the camera.",
		},
		Photos: PortalPhotos{
			Title: "Manual review", Explain: "Please upload two photos: the front of your document, and yourself holding it.",
			Promise: "It takes about 15 to 30 minutes.", Start: "Start", Front: "Front of the document", FrontHint: "all four corners, sharp, no glare",
			Held: "You holding the document", HeldHint: "face and document in one picture, both sharp and uncovered",
			Formats: "JPEG or PNG, at most {0} MB each", Send: "Submit for review", Choose: "Take or choose a photo",
			Again: "Please submit the photo again as the reason says.",
		},
		Results: resultsEN(),
	}
	p.readingEN()
	p.signingEN()
	return p
}

func resultsEN() PortalResults {
	waiting := PortalResult{"Being checked", "The answer usually comes soon. The page refreshes by itself."}
	return PortalResults{
		Face: PortalMethodResults{
			Waiting: waiting, Passed: PortalResult{"Verified", "You are verified by face."},
			Failed:  PortalResult{"Not verified", "The face check failed. Try once more, or use another method."},
			Refused: PortalResult{"Not verified", "The face check was not accepted. Please use another method."},
		},
		Phone: PortalMethodResults{
			Waiting: waiting, Passed: PortalResult{"Verified", "You are verified by phone."},
			Failed:  PortalResult{"Not verified", "The code was wrong, or name, document number and phone are not registered together. Please use another method."},
			Refused: PortalResult{"Not verified", "The phone check was not accepted. Please use another method."},
		},
		Bank: PortalMethodResults{
			Waiting: waiting, Passed: PortalResult{"Verified", "You are verified by bank card."},
			Failed:  PortalResult{"Not verified", "The bank's record differs from what you entered. Try once more, or use another method."},
			Refused: PortalResult{"Not verified", "The bank-card check was not accepted. Please use another method."},
		},
		Manual: PortalMethodResults{
			Waiting: PortalResult{"Waits for review", "Your photos are with our staff; it takes about 15 to 30 minutes. You may close this page and come back by the link of the message."},
			Passed:  PortalResult{"Verified", "You are verified by manual review."},
			Failed:  PortalResult{"Not verified", "The review was not completed. Please submit the photos again."},
			Refused: PortalResult{"Not accepted", "See the reason and submit the photos again."},
		},
		Again: "Try again", OtherMethod: "Use another method", ToIdentity: "Back to step 1", Resubmit: "Submit the photos again", GoOn: "Go on to the contract", Since: "Submitted: {0}", Ahead: "Reviews before yours: {0}", Next: "Yours is next.",
		Late:   "It has taken more than 30 minutes; our staff will look at it as soon as they can[. You may call {0}].",
		Reason: "Reason: {0}", CallOffice: "The review was refused several times. Please call the procurement office[, phone {0}].",
		NameDiffers: "You are verified, but your name differs from the contract's contact, so signing has stopped. Please call the procurement office.",
	}
}

func (p *Portal) readingEN() {
	p.Read = PortalRead{
		Title:        "Read the contract",
		Views:        "How to read",
		Pictures:     "Pages",
		Words:        "Text",
		Download:     "Download PDF",
		Page:         "Page {0} of {1}",
		PictureAlt:   "Picture of page {0} of {1} of the contract. If it does not show, read the text or download the PDF.",
		Enlarge:      "Enlarge page {0}",
		WordsNote:    "The text is taken from the file, to be enlarged or read aloud. What is signed are the pages and the PDF file.",
		NoWords:      "No text can be taken from this page; it may be a scan. Please look at the page or download the PDF.",
		WordsMissing: "The text of this page cannot be read at the moment. Please look at the page or download the PDF.",
		NotShown:     "Some pages did not show. Please read the text or download the PDF.",
		SignHere:     "Your signature",
		SealHere:     "Company seal",
		SignAt:       "Your signature will stand on page {0}, {1}.",
		SealAt:       "The company seal will stand on page {0}, {1}.",
		Prev:         "Pages before",
		Next:         "Pages after",
		ToSign:       "I have read it: sign",
		ToSeal:       "I have read it: seal",
		Where:        [9]string{"at the top left", "at the top", "at the top right", "on the left", "in the middle", "on the right", "at the bottom left", "at the bottom", "at the bottom right"},
	}
}

func (p *Portal) signingEN() {
	p.Sign = PortalSign{
		Title: "Sign the contract", Heading: "{0}", Read: "Read the whole contract", ReadFirst: "Please read the whole contract before you sign.",
		SHA: "Fingerprint of the file (SHA-256)", SHAExplain: "It belongs to exactly the file you download, so you can tell that nothing was changed.",
		Pages: "Pages: {0}", Parties: "Parties", Draw: "Draw your signature in the box", DrawHint: "with a finger or the mouse; clear it to start over",
		Clear: "Clear", Type: "Type your name instead", TypeHint: "your name as verified", SendCode: "Send the signing code",
		CodeSent: "A code was sent to {0}.", Label: "Signing code", Sign: "Sign", Refuse: "Refuse to sign",
		Working: "Signing. Please do not close this page.", Held: "You have signed. The office is looking at the result, which is not in force yet.",
		HeldExplain: "Our staff will call you. There is nothing more for you to do: you may close this page, or read and keep the document[; if it is urgent, call {0}]. If need be, ask the office to have the contract signed on paper.", Done: "Signed.", ThenSeal: "Please go on with the company's seal.",
		NoScript: "Scripts are off in this browser, so you cannot draw. Please type your name.", PadAlt: "Area to draw the signature",
		DueBy: "Please finish before {0}", Paused: "Signing has stopped: the procurement office is checking the name of a contact. There is nothing for you to do.", OrderTitle: "Order of signing", WaitForTurn: "A text message calls you when it is your turn.",
		CodeFirst: "Ask for a code", NewCode: "Send another code", Undo: "Undo", YourAct: "For you to do: {0}", ActDone: "done", ActDue: "now", ActLater: "later",
	}
	p.Seal = PortalSeal{
		Title: "Apply the seal", Explain: "You have signed. Now apply the electronic seal in the company's name.", Company: "Company",
		CreditCode: "Unified social credit code", Preview: "The seal", PreviewAlt: "Electronic seal of {0}",
		Authority: "In what capacity you act for the company", Legal: "I am the company's legal representative",
		Authorised: "I am authorised by the company", Seal: "Apply the seal", Working: "Sealing. Please do not close this page.", Held: "You have sealed. The office is looking at the result, which is not in force yet.", Done: "Sealed.",
		Shown: "You act as", LegalShown: "legal representative (declared)", AuthorisedShown: "authorised person (letter approved)",
		LetterNeeded:  "Here the declaration of a legal representative is not enough. First upload a letter that shows your authority; you can seal once it is approved.",
		ToLetter:      "Upload the letter",
		LetterHintAll: "Who is authorised uploads a letter that names you and this company, covers signing contracts, and bears the company's seal, the legal representative's signature and a date. A legal representative uploads a letter of the company, with its seal, that says so.",
		ToCompany:     "I am authorised by the company, or want to use our own seal's picture", CompanyTitle: "Authority and company seal",
		CompanyExplain: "This is shown once; your next contract for the company uses it again. The procurement office usually looks at it within 15 to 30 minutes. Then you can seal.",
		Letter:         "Letter of authority (授权委托书)", LetterHint: "It names you and this company, covers signing contracts, and bears the company's seal, the legal representative's signature and a date. A legal representative needs none.",
		Picture: "Picture of the company's seal (optional)", PictureHint: "The whole seal, straight, on white paper. Without a picture the seal is drawn from the registered name.",
		Formats: "The letter as PDF, JPEG or PNG, the seal as JPEG or PNG, each at most {0} MB.", Choose: "Choose a file", Send: "Send for review",
		Waiting: "Waiting for review", WaitingExplain: "The procurement office looks at what you sent. This page goes on by itself; you can also come back later through the text message.",
	}
	p.Refuse = PortalRefuse{
		Title: "Refuse to sign", Explain: "If you refuse, signing stops and the contract goes back to the procurement system.", Reason: "Reason",
		ReasonHint: "Say what must be changed", Choices: []string{"The content is wrong", "Amount or quantity is wrong", "I am not the right signer", "Other"},
		Page: "Page", Confirm: "Refuse", Done: "You have refused", DoneExplain: "The procurement office has your reason. After the correction signing starts again.",
	}
	p.Done = PortalDone{
		Title: "Done", Signed: "You have signed.", Sealed: "You have signed and sealed.", Next: "The contract now waits: {0}.",
		AllDone: "Everybody has signed and sealed.", Download: "Download the contract", Keep: "Please keep the signed file safely.",
		CloseWindow: "You may close this page.",
		Stopped:     "The contract is {0}", StoppedHint: "Signing has stopped; there is nothing left for you to do. Questions? Call the procurement office.",
	}
	p.Errors = PortalErrors{
		Title: "Not done", NotFound: "There is no such page. Use the link of the newest text message.",
		LinkDead:    "This link is dead. Use the one of the newest text message, or call the procurement office.",
		SessionGone: "You are no longer signed in. Open the link of the text message again.",
		Forged:      "The page was too old. Go back, refresh it and submit again.", TooBig: "That was too big. Make the photos smaller and submit again.",
		Busy: "Too many requests. Please wait a little.", WhatNow: "You can", Number: "Number of the failure: {0}",
		MethodNotHere: "This page cannot be used that way.", BackToHome: "Back to the home page", OpenSMSAgain: "Open the link of the message again",
		NotYourTurn: "It is not your turn yet. A text message will call you.", NothingToDo: "This contract needs nothing from you now.",
		MaintenanceNow: "Maintenance. Please come back later.",
	}
}
