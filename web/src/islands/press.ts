/**
 * The button on the server's guide page that replaces the still picture by the one to play with. The page
 * works without.
 */

const place = document.getElementById('press-picture')
const button = place?.querySelector('button')

if (place && button) {
  button.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    void import('./press-mount').then(({ show }) => { show(place) })
  })
}
