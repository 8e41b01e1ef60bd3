/** The picture on the server's guide page: a few lines that wait until it comes near the screen. The page works without. */

const place = document.getElementById('press-picture')

if (place) {
  new IntersectionObserver((seen, observer) => {
    if (!seen.some((one) => one.isIntersecting)) return
    observer.disconnect()
    void import('./press-mount').then(({ show }) => show(place))
  }, { rootMargin: '64px' }).observe(place)
}
