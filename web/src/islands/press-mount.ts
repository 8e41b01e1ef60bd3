import { mount } from 'svelte'
import PressPicture from '../ui/press/PressPicture.svelte'

/** Put the picture where the page kept room for it. */
export function show(place: HTMLElement): void {
  place.textContent = ''
  mount(PressPicture, { target: place })
  place.dataset['ready'] = ''
}
