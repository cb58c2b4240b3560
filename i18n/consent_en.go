package i18n

func consentsEN() consents {
	return consents{
		ConsentSign: {
			Title: "Agreement to sign electronically",
			Text: "I agree to sign this contract by electronic signature, and that it is concluded and kept as an electronic document.\n" +
				"I know that a document for which the parties agreed on electronic signatures is not denied legal effect only because it is electronic (Electronic Signature Law of the People's Republic of China, article 3).\n" +
				"I have read the whole contract. The fingerprint shown at signing is that of the file I read. I sign of my own will, and enter the signing code myself.\n" +
				"If I do not agree, I can refuse to sign, or ask {0}[ ({1})] for another way.",
			Tick: "I have read the whole contract and this text, and agree to sign electronically",
		},
		ConsentVerify: {
			Title: "Consent to personal verification",
			Text: "To know who signs, {0}[ (contact: {1})] processes your name, the kind and number of your document and your phone, and gives them to an identity provider who tells whether they belong together.\n" +
				"The document number is sensitive personal information; misuse could harm your person or property. It is kept encrypted, only authorised staff can see it, and every look is recorded.\n" +
				"The result is kept with the contract to prove that you signed it; the document number never stands in the contract file.\n" +
				"You can ask for your data, have it corrected, and withdraw your consent. After that you cannot go on signing; what is signed already stays.",
			Tick: "I have read this and separately consent to the processing of my identity data for the verification",
		},
		ConsentPhotos: {
			Title: "Separate consent to ID photos",
			Text: "Manual review needs a photo of your document's front and one of you holding it. They contain sensitive personal information and are seen only by the reviewers of {0}[ (contact: {1})], for nothing else, and given to nobody.\n" +
				"They are kept encrypted and destroyed within {2} days after the decision; only the decision and the record of the destruction stay.\n" +
				"You need not consent; you can then use another method that is available, or ask us for a way on paper.",
			Tick: "I separately consent to uploading ID photos for manual review",
		},
		ConsentBank: {
			Title: "Separate consent to bank-card data",
			Text: "This method needs your card number and the phone you left with the bank. {0}[ (contact: {1})] gives them with your name and document number to an identity provider, who compares them with the bank's record. Nothing is charged and no password is asked.\n" +
				"The card number is sensitive personal information. It is kept encrypted and used for this verification only.\n" +
				"You need not consent; you can then use another method that is available.",
			Tick: "I separately consent to the use of my bank-card data for the verification",
		},
		ConsentFace: {
			Title: "Separate consent to face data",
			Text: "This method takes pictures of your face by camera; an identity provider compares them with the register of the public security authorities. Face data is sensitive personal information.\n" +
				"{0}[ (contact: {1})] keeps the result only, not the pictures.\n" +
				"It is not the only method; if you do not consent, use another one that is available.",
			Tick: "I separately consent to the use of my face data for the verification",
		},
		ConsentAuthority: {
			Title: "Declaration of authority",
			Text: "I declare that I am the legal representative of Party B, or authorised by it, and may sign this contract for it and apply its electronic seal.\n" +
				"I know that I am liable for a false declaration. {0}[ ({1})] may ask me for the letter of authorisation.",
			Tick: "I declare that this is true",
		},
	}
}
