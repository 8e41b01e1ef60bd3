import { mount } from 'svelte'
import PressPicture from '../ui/press/PressPicture.svelte'

/** Put the picture in the place of the still one. */
export function show(place: HTMLElement): void {
  place.textContent = ''
  mount(PressPicture, { target: place })
}
