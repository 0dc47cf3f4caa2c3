// ---- when the posts were written -----------------------------------------------------------------------------------
page.startTimeline = () => {
  const box = page.one("#timeline-chart");
  if (!box) return;
  const relative = box.dataset.relative === "1";
  const number = (text) => (text === undefined ? null : Number(text));
  const posts = page.all(".post").map((article, order) => {
    const first = number(article.dataset.t0), last = number(article.dataset.t1);
    return { id: article.id, order, first, last, ghost: article.classList.contains("ghost") };
  });
  const moments = posts.flatMap((d) => [d.first, d.last]).filter((t) => t !== null);
  if (moments.length === 0) return;
  const [begin, end] = d3.extent(moments);
  const width = 900, left = 46, right = 16, bottom = 26;
  const unit = relative ? (end - begin > 3 * 86400 ? 86400 : end - begin > 3 * 3600 ? 3600 : 60) : 1;
  const name = { 86400: "days", 3600: "hours", 60: "minutes" }[unit];
  const scale = (relative ? d3.scaleLinear() : d3.scaleUtc()).range([left, width - right]);
  const at = (t) => (relative ? t / unit : new Date(t * 1000));
  scale.domain([at(begin), at(end === begin ? end + 60 : end)]).nice();
  const axis = d3.axisBottom(scale).ticks(8);
  const chart = (height) => {
    const svg = d3.select(box).append("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("role", "group")
      .attr("aria-label", "Chart of when the posts were written; each post says it too");
    svg.append("g").attr("transform", `translate(0,${height - bottom})`).call(axis);
    if (relative) {
      svg.append("text").attr("x", width - right).attr("y", height - bottom - 6).attr("text-anchor", "end")
        .text(name + " after the post that times are counted from");
    }
    return svg;
  };

  const middle = (d) => (d.first === null ? d.last : d.last === null ? d.first : (d.first + d.last) / 2);
  if (posts.length > 400) {
    const height = 240;
    const svg = chart(height);
    const placed = posts.filter((d) => d.first !== null && d.last !== null);
    const bins = d3.histogram().domain(scale.domain()).thresholds(scale.ticks(60)).value((d) => at(middle(d)))(placed);
    const y = d3.scaleLinear().domain([0, d3.max(bins, (d) => d.length)]).nice().range([height - bottom, 10]);
    svg.append("g").attr("transform", `translate(${left},0)`).call(d3.axisLeft(y).ticks(5));
    svg.append("g").selectAll("a").data(bins.filter((d) => d.length > 0)).enter().append("a")
      .attr("href", (d) => "#" + d[0].id).attr("tabindex", -1).attr("aria-label", (d) => d.length + " posts from " + d[0].id)
      .append("rect").attr("class", "bar").attr("x", (d) => scale(d.x0) + 0.5)
      .attr("width", (d) => Math.max(1, scale(d.x1) - scale(d.x0) - 1)).attr("y", (d) => y(d.length))
      .attr("height", (d) => height - bottom - y(d.length));
    return;
  }

  const step = Math.max(6, Math.min(22, 420 / posts.length));
  const svg = chart(posts.length * step + bottom + 16);
  const y = (d) => 10 + d.order * step;
  const known = (d) => d.first !== null && d.last !== null && d.last - d.first < 120;
  const kind = (d) => (d.first === null && d.last === null ? "unknown" : known(d) ? "known"
    : d.first !== null && d.last !== null ? "bounded" : "half");
  const row = svg.append("g").selectAll("a").data(posts).enter().append("a").attr("href", (d) => "#" + d.id)
    .attr("tabindex", -1).attr("class", kind);
  if (step >= 12) {
    row.append("text").attr("x", left - 12).attr("y", y).attr("dy", "0.35em").attr("text-anchor", "end")
      .text((d) => (d.ghost ? d.id : d.id.slice(1)));
  }
  const from = (d) => (d.first === null ? left : scale(at(d.first)));
  const to = (d) => (d.last === null ? width - right : scale(at(d.last)));
  const thick = Math.min(8, step - 2);
  row.filter((d) => kind(d) === "bounded" || kind(d) === "half").append("rect").attr("class", "band").attr("rx", 3)
    .attr("x", from).attr("width", (d) => Math.max(3, to(d) - from(d))).attr("y", (d) => y(d) - thick / 2).attr("height", thick);
  row.filter((d) => kind(d) === "known" || kind(d) === "unknown").append("circle").attr("class", (d) => "dot " + kind(d))
    .attr("cx", (d) => (kind(d) === "known" ? scale(at(middle(d))) : left - 4)).attr("cy", y).attr("r", Math.min(5, step / 2));
  row.append("title").text((d) => page.one("#" + d.id + " header time, #" + d.id + " header .when")?.textContent ?? d.id);
};
