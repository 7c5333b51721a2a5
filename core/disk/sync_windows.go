package disk

// syncDir does nothing: Windows has no fsync of a folder, and NTFS journals
// renames.
func syncDir(string) error { return nil }
