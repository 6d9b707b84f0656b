/** What a list of families never comes near: a file beyond it was made to fill the memory or the disk, and counts as damaged. */

/** characters of a cell; spreadsheets hold 32,767 */
export const longestCell = 100_000;
/** characters of all cells of a row */
export const longestRow = 4_000_000;
/** columns that a sheet has at most */
export const mostColumns = 16_384;
/** bytes, unpacked, of a part that holds rows or their texts: what a file can have that is no Zip64 */
export const largestPart = 2 ** 32;
/** bytes, unpacked, of a part that says what else there is */
export const largestContents = 2 ** 24;
