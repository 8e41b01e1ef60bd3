/** Photos as files: they are on this phone alone and in no copy. */

import { wallTime } from '../store/ids'
import { photosAsZip } from '../store/photos'
import { saveFile } from './files'

/** Save every photo of this journal as one zip file. */
export async function savePhotos(): Promise<void> {
  saveFile(await photosAsZip(), `iron-photos-${wallTime().slice(0, 10)}.zip`)
}
