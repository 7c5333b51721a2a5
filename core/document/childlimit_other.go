//go:build !unix

package document

// limitSelf does nothing here: the parent's clock alone bounds the child.
func limitSelf() error { return nil }
