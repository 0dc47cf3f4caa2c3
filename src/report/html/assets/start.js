// ---- begin -------------------------------------------------------------------------------------------------------
page.startTables();
page.startTree();
// Charts are drawn when they come near the screen.
for (const [id, start] of [["people-chart", page.startPeople], ["timeline-chart", page.startTimeline]]) {
  const box = document.getElementById(id);
  if (!box) continue;
  box.classList.add("waiting");
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    box.classList.remove("waiting");
    start();
  }, { rootMargin: "600px" }).observe(box);
}
// A post that an address names may lie where nothing was laid out yet: once it is, the place is right.
if (/^#[pg]\d+/.test(location.hash)) {
  requestAnimationFrame(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
}
