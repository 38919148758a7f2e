/** A browser's storage, one property an entry. */
export class Shelf {
  isFull = false;
  [name: string]: unknown

  getItem(name: string): unknown {
    return this[name] ?? null
  }

  setItem(name: string, value: string): void {
    if (this.isFull) throw new DOMException('', 'QuotaExceededError')
    this[name] = value
  }

  removeItem(name: string): void {
    delete this[name]
  }
}
