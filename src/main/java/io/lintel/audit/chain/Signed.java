package io.lintel.audit.chain;

/**
 * Whose signature a record has. Arrays are not copied: do not change them.
 *
 * @param key the first eight bytes of the SHA-256 of the public key
 * @param signature Ed25519 (RFC 8032), 64 bytes, over the SHA-256 of what is signed
 */
public record Signed(byte[] key, byte[] signature) {}
