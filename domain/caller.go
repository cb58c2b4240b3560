package domain

// ProofKind is how a caller's identity was proven.
type ProofKind string

// The kinds of proof.
const (
	ProofClaimed   ProofKind = "claimed"   // an operator's name, stated by a process of an account that may use it
	ProofSession   ProofKind = "session"   // a signer's session, opened by a one-time code
	ProofCode      ProofKind = "code"      // a one-time code that came with the request
	ProofSignature ProofKind = "signature" // a signed request of the procurement system
	ProofSystem    ProofKind = "system"    // the program itself
)

// Proof is how a caller's identity was proven. Ref is an opaque reference to the proof, such as the digest of a session's
// token or the account of the machine. It holds no personal data and no secret.
type Proof struct {
	Kind ProofKind
	Ref  string
}

// String returns the proof as the record stores it: the kind, and the reference behind a colon where there is one.
func (p Proof) String() string {
	if p.Ref == "" {
		return string(p.Kind)
	}
	return string(p.Kind) + ":" + p.Ref
}

// Caller is the party that asks for an act, and the proof of its identity. Every act takes one.
type Caller struct {
	Actor
	Proof Proof
}

// Claimed returns an operator whose name is stated but not proven.
func Claimed(operator string) Caller {
	return Caller{Actor: Actor{Kind: ActorOperator, ID: operator}, Proof: Proof{Kind: ProofClaimed}}
}

// InSession returns a signer, named by Person.ID, who holds a session of the signers' pages.
func InSession(person string) Caller {
	return Caller{Actor: Actor{Kind: ActorSigner, ID: person}, Proof: Proof{Kind: ProofSession}}
}

// ByCode returns a signer, named by Person.ID, who has just handed over a one-time code.
func ByCode(person string) Caller {
	return Caller{Actor: Actor{Kind: ActorSigner, ID: person}, Proof: Proof{Kind: ProofCode}}
}

// Visitor returns a caller of the signers' pages who has proven nothing.
func Visitor() Caller { return Caller{Actor: Actor{Kind: ActorVisitor}} }

// Requester returns the procurement system behind a request whose signature was checked. Key is the name of its key.
func Requester(key string) Caller {
	return Caller{Actor: Actor{Kind: ActorProcurement}, Proof: Proof{Kind: ProofSignature, Ref: key}}
}

// System returns the program itself.
func System() Caller { return Caller{Actor: Actor{Kind: ActorSystem}, Proof: Proof{Kind: ProofSystem}} }

// With returns the caller with a reference to its proof.
func (c Caller) With(ref string) Caller {
	c.Proof.Ref = ref
	return c
}
