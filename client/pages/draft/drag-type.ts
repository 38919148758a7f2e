/** Marks a drag as one of an item of the draft: nothing else is let fall between items, and no text takes it in. */
export const ITEM_DRAG = 'application/x-minuta-item'
