/** Well-known first bytes of files that hold no plain text. `at` is the offset. */
const magics: readonly { readonly bytes: string; readonly at?: number; readonly name: string }[] = [
  { bytes: '%PDF-', name: 'a PDF file' },
  { bytes: 'PK\x03\x04', name: 'a ZIP archive (or a Word, Excel or EPUB file, which are ZIP archives inside)' },
  { bytes: 'PK\x05\x06', name: 'an empty ZIP archive' },
  { bytes: '\x1f\x8b', name: 'a gzip file' },
  { bytes: 'BZh', name: 'a bzip2 file' },
  { bytes: '\xfd7zXZ\0', name: 'an xz file' },
  { bytes: '\x28\xb5\x2f\xfd', name: 'a zstd file' },
  { bytes: '7z\xbc\xaf\x27\x1c', name: 'a 7-Zip archive' },
  { bytes: 'Rar!\x1a\x07', name: 'a RAR archive' },
  { bytes: 'ustar', at: 257, name: 'a tar archive' },
  { bytes: '\x89PNG\r\n\x1a\n', name: 'a PNG image' },
  { bytes: '\xff\xd8\xff', name: 'a JPEG image' },
  { bytes: 'GIF8', name: 'a GIF image' },
  { bytes: 'WEBP', at: 8, name: 'a WebP image' },
  { bytes: 'WAVE', at: 8, name: 'a WAV recording' },
  { bytes: 'II*\0', name: 'a TIFF image' },
  { bytes: 'MM\0*', name: 'a TIFF image' },
  { bytes: 'ftyp', at: 4, name: 'an MP4 video or an AVIF or HEIC image' },
  { bytes: 'ID3', name: 'an MP3 recording' },
  { bytes: 'OggS', name: 'an Ogg recording' },
  { bytes: 'fLaC', name: 'a FLAC recording' },
  { bytes: '\x1a\x45\xdf\xa3', name: 'a Matroska or WebM video' },
  { bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', name: 'an old Word, Excel or PowerPoint file' },
  { bytes: '{\\rtf', name: 'an RTF file' },
  { bytes: '\x7fELF', name: 'a program' },
  { bytes: 'MZ\x90\0', name: 'a Windows program' },
  { bytes: 'SQLite format 3\0', name: 'a SQLite database' },
  { bytes: 'PAR1', name: 'a Parquet file' },
  { bytes: '\0asm', name: 'a WebAssembly module' },
  { bytes: 'wOF2', name: 'a web font' },
  { bytes: '\xff\xfe\0\0', name: 'UTF-32 text' },
  { bytes: '\0\0\xfe\xff', name: 'UTF-32 text' },
];

function startsAt(bytes: Uint8Array, text: string, at: number): boolean {
  if (bytes.length < at + text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** UTF-16 without a byte order mark: in English text nearly every second byte is NUL. */
export function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 2048) & ~1;
  if (length < 8) return null;
  const nuls = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) nuls[i & 1] = (nuls[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const most = length / 2;
  if (odd > most * 0.6 && even < most * 0.05) return 'utf-16le';
  if (even > most * 0.6 && odd < most * 0.05) return 'utf-16be';
  return null;
}

/** What the bytes seem to be when they are not text ("a PDF file"), null when they may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const { bytes: magic, at = 0, name } of magics) if (startsAt(bytes, magic, at)) return name;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return null;
  if (bareUtf16(bytes)) return null;
  const length = Math.min(bytes.length, 65_536);
  let nul = 0;
  let control = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) nul++;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) control++;
  }
  return nul > length * 0.001 || control > length * 0.05 ? 'binary data' : null;
}
