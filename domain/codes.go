package domain

// traits is one entry of the table of codes.
type traits struct {
	kind Kind
	// signer is the kind on the signers' pages where it differs: a signer cannot mend the words of a seal in the form, and
	// can ask for another code in it.
	signer    Kind
	recorded  bool // an auditor asks about the refusal
	retryable bool // the same work may succeed later
}

// codes returns the traits of every code.
//
// Recorded are refusals of what the caller had no right to: out of order, under another identity, alone where two are
// needed, with a wrong PIN, on a document that is not the one on record. Slips in a form, double clicks and a locked seal
// key are not recorded: no right was missing.
func codes() map[Code]traits {
	return map[Code]traits{
		CodeInternal:        {kind: KindInternal, retryable: true},
		CodeNotFound:        {kind: KindNotFound},
		CodeNoRight:         {kind: KindRight, recorded: true},
		CodeUnknownOperator: {kind: KindRight, recorded: true},
		CodeDisabled:        {kind: KindRight, recorded: true},
		CodeBadInput:        {kind: KindInput},
		CodeWrongStage:      {kind: KindState, recorded: true, retryable: true}, // a job that lost a race finishes when it runs again
		CodeOutOfTurn:       {kind: KindState, recorded: true},
		CodeStale:           {kind: KindState, retryable: true},
		CodeFenced:          {kind: KindState, retryable: true},
		CodeStorageFull:     {kind: KindUnavailable, retryable: true},
		CodeStorageBusy:     {kind: KindUnavailable, retryable: true},

		CodeNoEmpty:            {kind: KindInput},
		CodeTitleEmpty:         {kind: KindInput},
		CodeAmountInvalid:      {kind: KindInput},
		CodeAmountNegative:     {kind: KindInput},
		CodeESealNo:            {kind: KindInput},
		CodeNotApproved:        {kind: KindInput},
		CodePhoneAMissing:      {kind: KindInput},
		CodePhoneAInvalid:      {kind: KindInput},
		CodePhoneBMissing:      {kind: KindInput},
		CodePhoneBInvalid:      {kind: KindInput},
		CodePhonesEqual:        {kind: KindInput},
		CodePhoneIsOffice:      {kind: KindInput},
		CodeSealProcessUnknown: {kind: KindInput},
		CodeSealProcessOther:   {kind: KindInput},
		CodeCreditCodeInvalid:  {kind: KindInput},
		CodePartyEmpty:         {kind: KindInput},
		CodeOtherBytes:         {kind: KindInput},
		CodeOfferDiffers:       {kind: KindState, recorded: true},
		CodeOfferUnreadable:    {kind: KindInput},
		CodeOfferDeclined:      {kind: KindState},
		CodeOfferState:         {kind: KindState},
		CodeDocumentRefused:    {kind: KindUnavailable, retryable: true}, // the document may be there later
		// The sender states another hash, or a stored document is damaged: the bytes stay wrong until they are replaced.
		CodeDocumentMismatch: {kind: KindIntegrity, recorded: true},

		CodeDocEmpty:       {kind: KindDocument},
		CodeDocTooBig:      {kind: KindDocument},
		CodeDocNotPDF:      {kind: KindDocument},
		CodeDocEncrypted:   {kind: KindDocument},
		CodeDocNoPages:     {kind: KindDocument},
		CodeDocDamaged:     {kind: KindDocument},
		CodeDocActive:      {kind: KindDocument},
		CodeDocAttachments: {kind: KindDocument},
		CodeDocHidden:      {kind: KindDocument},
		CodeDocXFA:         {kind: KindDocument},
		CodeDocLimits:      {kind: KindDocument},
		CodeNoPlaceToSign:  {kind: KindDocument},

		CodeNotVerified:       {kind: KindState, recorded: true},
		CodeAlreadyVerified:   {kind: KindState},
		CodeNameDiffers:       {kind: KindState, recorded: true},
		CodeDocKindUnknown:    {kind: KindInput},
		CodeDocNoInvalid:      {kind: KindInput},
		CodeNameInvalid:       {kind: KindInput},
		CodeMethodNotOffered:  {kind: KindInput, signer: KindState, recorded: true},
		CodeTriesUsedUp:       {kind: KindState, signer: KindInput, recorded: true},
		CodeCodeWrong:         {kind: KindInput},
		CodeCodeExpired:       {kind: KindInput},
		CodeTooOften:          {kind: KindLimit, retryable: true},
		CodeConsentMissing:    {kind: KindInput},
		CodePhotoInvalid:      {kind: KindInput},
		CodePhotoTooBig:       {kind: KindTooLarge},
		CodePhotoHEIC:         {kind: KindInput},
		CodeReviewNotClaimed:  {kind: KindState, recorded: true},
		CodeReviewClaimed:     {kind: KindState, recorded: true},
		CodeVerificationState: {kind: KindState},
		CodeReasonUnknown:     {kind: KindInput},
		CodeReasonEmpty:       {kind: KindInput},
		CodeSignatureEmpty:    {kind: KindInput},
		CodeAuthorityMissing:  {kind: KindInput},
		CodeAuthorityWaiting:  {kind: KindState, signer: KindInput},
		CodeLetterInvalid:     {kind: KindInput},
		CodeArchiveDiffers:    {kind: KindDifference},
		CodeFinalMissing:      {kind: KindDifference},
		CodeFinalDiffers:      {kind: KindDifference},
		CodeUndelivered:       {kind: KindUnavailable},
		CodeSecondMissing:     {kind: KindState, recorded: true},
		CodeSecondSame:        {kind: KindState, recorded: true},
		CodeSecondNotWanted:   {kind: KindState},
		CodeAppraisalDue:      {kind: KindState},
		CodeDeadline:          {kind: KindInput},
		CodeAttachmentInvalid: {kind: KindInput},
		CodeSessionGone:       {kind: KindSession},
		CodeLinkDead:          {kind: KindNotFound},

		CodeSealKeyLocked:   {kind: KindComponent, retryable: true},
		CodePINWrong:        {kind: KindComponent, recorded: true},
		CodePINWait:         {kind: KindComponent, recorded: true},
		CodeSealKeyMissing:  {kind: KindComponent, retryable: true}, // the work goes on once a key is there
		CodeCertificate:     {kind: KindComponent, retryable: true},
		CodeSealQuarantined: {kind: KindIntegrity, recorded: true},
		CodeSealRunning:     {kind: KindState, retryable: true},
		CodeActLapsed:       {kind: KindState},

		CodeProviderDown:      {kind: KindUnavailable, retryable: true},
		CodeProviderNonsense:  {kind: KindUnavailable, retryable: true},
		CodeProviderRefused:   {kind: KindUnavailable}, // a clear no; the same question has the same answer
		CodeReceiptMismatch:   {kind: KindIntegrity},
		CodeEngineTaken:       {kind: KindComponent, retryable: true},
		CodeStalled:           {kind: KindState},
		CodeListen:            {kind: KindComponent},
		CodeNoDuty:            {kind: KindComponent, retryable: true},
		CodeChainBroken:       {kind: KindIntegrity},
		CodeFolderNotThere:    {kind: KindComponent},
		CodeFolderExists:      {kind: KindSettings},
		CodeJobNotRetryable:   {kind: KindState},
		CodeOutcomeUnknown:    {kind: KindState}, // repeating it could do it twice
		CodeSMSFailed:         {kind: KindUnavailable},
		CodeConfig:            {kind: KindSettings, retryable: true}, // the work goes on once the program runs with other settings
		CodeIdentityMismatch:  {kind: KindState},
		CodeIdentityNoRecord:  {kind: KindState},
		CodeIdentityInput:     {kind: KindInput},
		CodePersonHasOtherDoc: {kind: KindInput, signer: KindState, recorded: true},

		CodeDocCertified:      {kind: KindDocument},
		CodeDocFieldsOnly:     {kind: KindDocument},
		CodeDocLocked:         {kind: KindDocument},
		CodeDocPermissions:    {kind: KindDocument},
		CodeDocPassword:       {kind: KindInput},
		CodeFieldSigned:       {kind: KindInput},
		CodeFieldTaken:        {kind: KindInput},
		CodeFieldNotThere:     {kind: KindInput},
		CodeFieldSeed:         {kind: KindInput},
		CodePlaceOffPage:      {kind: KindInput},
		CodePlaceNoPage:       {kind: KindInput},
		CodeKeywordNotThere:   {kind: KindInput},
		CodeAcrossTaken:       {kind: KindInput},
		CodeAcrossLate:        {kind: KindInput},
		CodeSealWords:         {kind: KindInput, signer: KindState},
		CodeSealLength:        {kind: KindInput, signer: KindState},
		CodeSignatureWords:    {kind: KindInput},
		CodeSignatureLength:   {kind: KindInput},
		CodeSignatureTooBig:   {kind: KindComponent},
		CodeSignatureMismatch: {kind: KindComponent, retryable: true},
		CodeSealUnseen:        {kind: KindUnavailable, retryable: true},
		CodeFieldsUnsound:     {kind: KindDocument},
		CodeSealCheckFailed:   {kind: KindComponent},
		CodeUniPDFLicence:     {kind: KindComponent},
		CodeUniPDFCannot:      {kind: KindComponent},

		CodeVerificationRunning: {kind: KindState, retryable: true},
		CodePicturesBusy:        {kind: KindUnavailable, retryable: true},

		CodeRuleValue:           {kind: KindInput},
		CodeRuleNotInForce:      {kind: KindInput},
		CodeProviderNotAdmitted: {kind: KindComponent, recorded: true, retryable: true}, // the work goes on once the rule admits it
		CodeLetterRequired:      {kind: KindInput},
	}
}
