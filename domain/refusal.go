package domain

// Lasting tells whether a refusal of an act stays what it is however often the act is tried: it concerns the document,
// the words of the seal or the engine, so a person has to see it.
func (c Code) Lasting() bool {
	switch c {
	case CodeDocNotPDF, CodeDocEncrypted, CodeDocNoPages, CodeDocDamaged, CodeDocXFA, CodeDocLimits, CodeDocCertified, CodeDocFieldsOnly, CodeDocLocked,
		CodeDocPermissions, CodeDocPassword, CodeFieldSigned, CodeFieldTaken, CodeFieldNotThere, CodeFieldSeed, CodePlaceOffPage,
		CodePlaceNoPage, CodeAcrossTaken, CodeAcrossLate, CodeSealWords, CodeSealLength, CodeSignatureWords, CodeSignatureLength,
		CodeSignatureTooBig, CodeFieldsUnsound, CodeBadInput,
		CodeUniPDFLicence, CodeUniPDFCannot:
		return true
	}
	return false
}
