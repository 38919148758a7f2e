// Bounds of reading a file that anybody may have made (EX7), each with its reason.

/** Entries of a DOCX: a statement has some 15, one with a hundred pictures some 130. */
export const MAX_ENTRIES = 2000

/** Bytes of all entries unpacked, as the archive says and as they turn out: pictures are packed already. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024

/** Bytes of one part of XML that is read: a report of 300 pages has some 8 MB. */
export const MAX_PART_BYTES = 16 * 1024 * 1024

/** Bytes of XML that are read in all. */
export const MAX_XML_BYTES = 24 * 1024 * 1024

/** How many times longer than packed an entry may be: XML of Word packs to a twentieth, deflate's worst is 1032. */
export const MAX_RATIO = 200

/** Entries that unpack to less than this may have any ratio: an empty part of 60 kB does no harm. */
export const RATIO_COUNTS_FROM_BYTES = 1024 * 1024

/** Elements of one part, and how deep they may lie: Word's own stay below 60. */
export const MAX_ELEMENTS = 600_000
export const MAX_DEPTH = 200

/** A statement that becomes one intervention: some 200 pages. More would freeze everybody's editor. */
export const MAX_STATEMENT_CHARS = 600_000
export const MAX_STATEMENT_BLOCKS = 5000

/** Paragraphs that are looked at, empty ones included: a report of 300 pages has some 6,000. */
export const MAX_PARAGRAPHS = 50_000

/** How deep quotes and lists of Markdown may lie: what lies deeper its parser drops without a word. */
export const MAX_NESTING = 100

/** How long a file may be read: a report of 300 pages takes half a second. */
export const MAX_READING_MS = 10_000

/** Memory of the thread that reads one file, besides the bytes it was given. */
export const READER_HEAP_MB = 192
export const READER_STACK_MB = 4

/** Files that are read at once: one for each core of the smallest machine; and files that wait for their turn. */
export const MAX_READERS = 2
export const MAX_WAITING_FILES = 12

/** Words of what was left out that are told: enough to know it again. */
export const MAX_LEFT_CHARS = 600
