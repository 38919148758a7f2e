/** As much room as an icon takes: five hundred rows without icons are made far faster, and none moves when it has them. */
export function IconSpace() {
  return <span className="lucide" aria-hidden />
}
