package reason

// Codes of what came after a signature.
const (
	// What a signature forbids, or permits and is worth a note.
	NoChangesAllowed  = "change_after_no_changes_allowed"
	LockedField       = "locked_field_changed"
	VisibleFieldAdded = "visible_field_added_to_certified"
	FormFilled        = "form_filled_in_afterwards" // permitted; it shows on the page
	UnusedObjects     = "unused_objects_added"      // permitted; nothing shows them

	// The bytes of a save.
	BytesUnreadable       = "appended_bytes_unreadable"
	ObjectTwice           = "object_defined_twice"
	ObjectStray           = "object_not_in_cross_reference"
	EntryOutsideSave      = "cross_reference_outside_save"
	HybridTable           = "hybrid_cross_reference"
	RevisionBypassed      = "signed_revision_bypassed"
	ObjectStreamMalformed = "object_stream_malformed"
	CommentLikeStructure  = "comment_like_structure"

	// A form that cannot be read one way only.
	FormMalformed  = "form_malformed"
	FieldNameTwice = "field_name_twice"

	// A step as a whole.
	TrailerChanged   = "trailer_changed"
	ObjectRemoved    = "object_removed"
	ObjectChanged    = "object_changed"
	AwaitedObject    = "awaited_object_defined"
	ObjectUnreadable = "object_unreadable"

	// The catalog.
	CatalogChanged       = "catalog_changed"
	CertificationChanged = "certification_changed"
	ActionsChanged       = "actions_or_names_changed"
	LayersChanged        = "layers_changed"
	PageTreeChanged      = "page_tree_changed"

	// The form and its fields.
	FormChanged              = "form_changed"
	FieldRemoved             = "field_removed"
	FieldAdded               = "field_added"
	XFAChanged               = "xfa_changed"
	FieldActionAdded         = "field_action_added"
	SignatureNotOverRevision = "signature_not_over_its_revision"
	UnsignedPicture          = "unsigned_field_with_picture"
	FieldCoversPage          = "signature_field_covers_page"
	FilledFieldChanged       = "filled_field_changed"

	// The rest.
	AnnotationChanged = "annotation_changed"
	StoreChanged      = "security_store_changed"
)
