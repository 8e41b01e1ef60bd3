/**
 * Photos of the lifter: in a database of their own on this phone, one for each account, apart from the
 * documents. They are never synced and in no copy; signing out or deleting the account deletes them. Every
 * picture is drawn anew before it is kept, so that place, camera and time of the file (EXIF) stay behind.
 */

import * as messages from '../../core/generated/messages-photos'
import { zipped } from '../../core/values/zip'
import { db } from './db'
import { Database, deleteDatabase } from './idb'
import { newId } from './ids'

export type Pose = 'front' | 'side' | 'back'
export interface Photo { id: string; day: string; pose?: Pose; image: Blob; width: number; height: number }

/** The longer side of what is kept [px]: enough for a screen, a tenth of the camera's bytes. A choice. */
const LONGEST = 1600
const QUALITY = 0.85

export class PhotoError extends Error {
  constructor(readonly sentence: string) { super(sentence) }
}

const open = new Map<string, Database<{ photos: { key: string } }>>()

function photosOf(journal: string) {
  const shelf = open.get(journal) ?? new Database(nameOf(journal), { photos: { key: 'id' } })
  open.set(journal, shelf)
  return shelf.table<Photo, string>('photos')
}

function nameOf(journal: string): string {
  return `photos-of-${journal}`
}

/** All photos of the open journal, oldest first. */
export async function photos(): Promise<Photo[]> {
  const photos = await photosOf(db.name).toArray()
  return photos.sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1))
}

/** Keep a picture of the phone. Throws PhotoError with a sentence. */
export async function keepPhoto(file: Blob, day: string, pose: Pose | undefined): Promise<string> {
  const drawn = await redrawn(file)
  const photo: Photo = { id: newId(), day, ...drawn, ...(pose ? { pose } : {}) }
  await putBackPhoto(photo)
  return photo.id
}

export async function putBackPhoto(photo: Photo): Promise<void> {
  try {
    await photosOf(db.name).put(photo)
  } catch (problem) {
    throw new PhotoError(
      messages.notStored + (problem instanceof DOMException ? ` (${problem.name})` : ''),
    )
  }
}

export function dropPhoto(id: string): Promise<void> {
  return photosOf(db.name).delete(id)
}

/** Forget all photos of a journal: it left this phone. */
export async function dropPhotos(journal: string): Promise<void> {
  open.get(journal)?.close()
  open.delete(journal)
  await deleteDatabase(nameOf(journal))
}

/** The guest's photos come along to the account that he makes. */
export async function movePhotos(from: string, to: string): Promise<void> {
  const photos = await photosOf(from).toArray()
  await photosOf(to).bulkPut(photos)
  await photosOf(from).bulkDelete(photos.map((photo) => photo.id))
}

/** All photos as one zip file, named by day. */
export async function photosAsZip(): Promise<Blob> {
  const members = await Promise.all(
    (await photos()).map(async (photo, n) => ({
      name: `${[photo.day, ...(photo.pose ? [photo.pose] : []), String(n + 1)].join('-')}.jpg`,
      bytes: new Uint8Array(await photo.image.arrayBuffer()),
    })),
  )
  return new Blob([zipped(members)], { type: 'application/zip' })
}

async function redrawn(file: Blob): Promise<{ image: Blob; width: number; height: number }> {
  let bitmap: ImageBitmap
  try {
    // The turn that EXIF asks for is drawn in.
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    throw new PhotoError(messages.unreadable)
  }
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const image = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/jpeg', QUALITY) })
  if (!image) throw new PhotoError(messages.notDrawn)
  return { image, width: canvas.width, height: canvas.height }
}
