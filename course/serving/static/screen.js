/* The projected page: big type, no secrets. Nobody scrolls it, so that at each step it shows what counts then. */
(function () {
  "use strict";

  var say = Room.say, make = Room.make, fill = Room.fill;
  var root = document.getElementById("screen"), code = root.getAttribute("data-code");
  var places = {};
  ["join", "scene", "ask"].forEach(function (name) {
    places[name] = make("section", { id: name });
    root.appendChild(places[name]);
  });

  Room.connect("/screen/" + code, function (message) { if (message.type === "State") { show(message.view, message.when); } },
    function (now) { document.body.className = now ? "projected" : "projected offline"; });

  /* When this page first heard that people talk, and at which step. */
  var talk = { number: -1, since: 0 }, shown = null;

  function clock(view) {
    var left;
    if (view.step !== "talking" || !view.minutes) { return ""; }
    if (talk.number !== view.number) { talk = { number: view.number, since: Date.now() }; }
    left = Math.floor(view.minutes * 60 - (Date.now() - talk.since) / 1000);
    return left > 0 ? Math.floor(left / 60) + ":" + (left % 60 < 10 ? "0" : "") + left % 60 : say("time-up");
  }

  /* Smaller type where there is much; and where that is not enough, what is asked stays in view rather than what was
     read. */
  function fit() {
    var size = 100, page = document.documentElement;
    root.style.fontSize = "";
    while (page.scrollHeight > window.innerHeight && size > 55) {
      size -= 3;
      root.style.fontSize = size + "%";
    }
    window.scrollTo(0, places.ask.firstChild ? page.scrollHeight : 0);
  }

  function show(view, when) {
    var now = clock(view), changed;
    shown = { view: view, when: when };
    var counted = view.step === "voting" || view.step === "closed";
    changed = fill(places.join, [view.here, view.voted, counted, view.step === "lobby", view.what_if, now], function () {
      var said = counted ? say("voted", { n: view.voted, here: Math.max(view.here, view.voted) }) : say("here", { n: view.here });
      var found = [make("p", { "class": "address" }, [root.getAttribute("data-address") + "\u2003", make("b", {}, [code])]),
        make("p", { "class": "soft" }, [said + (view.what_if ? " \u00b7 " + say("what-if") : "") + (now ? " \u00b7 " + now : "")])];
      if (view.step === "lobby") { found.push(make("p", { "class": "strong" }, [say("join")]), make("img", { src: "/screen/" + code + "/qr.svg", alt: say("qr") })); }
      return found;
    });
    changed = fill(places.scene, [view.scene, when, view.happened, view.rules, view.step, view.ballot], function () { return scene(view, when); }) || changed;
    if (fill(places.ask, [view.step, view.ballot, view.reveal, view.discuss, view.quoted], function () { return ask(view); }) || changed) { fit(); }
  }

  function scene(view, when) {
    if (view.step === "over") { return [make("h1", {}, [say("over")])]; }
    if (!view.scene) { return []; }
    var found = [make("h1", {}, [view.scene.title, when ? make("span", { "class": "soft when" }, [" \u00b7 " + when]) : null])];
    if (view.step === "revealed") { return found; }
    if (view.happened.length) { return found.concat(Room.happened(view)); }
    if (view.ballot && view.ballot.message && view.ballot.message.part > 1) { return found; } /* by its second part it was read */
    view.scene.arrives.forEach(function (each) { found.push(Room.arrived(each)); });
    found = found.concat(Room.prose(view.scene.text));
    if (view.scene.ending) { found.push(make("p", { "class": "lands " + view.scene.ending }, [say("ends", { side: say("side." + view.scene.ending) })])); }
    return found;
  }

  function ask(view) {
    var found = [];
    if (view.step === "over") { return []; }
    if (view.reveal && view.step === "revealed") { return reveal(view); }
    if (view.step === "talking") {
      found.push(make("h2", {}, [say("talk")]));
      view.discuss.forEach(function (each) { found.push(make("p", {}, [each])); });
    }
    if (view.ballot && view.step !== "shown") {
      found = found.concat(Room.written(view.ballot.message));
      if (view.ballot.asks) { found.push(make("p", { "class": "strong" }, [view.ballot.asks])); }
      view.ballot.options.forEach(function (each) {
        found.push(make("p", { "class": "option" }, [Room.label(view.ballot, each.answer)]));
      });
    }
    if (view.step === "closed") { found.push(make("p", { "class": "strong" }, [say("closed")])); }
    if (view.quoted) { found.push(make("blockquote", {}, [make("p", {}, [view.quoted])])); }
    return found;
  }

  /* Where the room had said that it would land. */
  function saidBefore(shown) {
    var said = [];
    ["under", "right", "over"].forEach(function (side) {
      if (shown.called && shown.called[side]) { said.push(say("side." + side) + " " + shown.called[side]); }
    });
    return said.length ? [make("p", { "class": "soft" }, [say("said-before", { called: said.join(", ") })])] : [];
  }

  function reveal(view) {
    var shown = view.reveal, found = [Room.split(shown) || make("p", {}, [])];
    shown.landings.forEach(function (each, i) {
      found.push(make("div", { "class": "landing" }, [
        make("p", {}, [Room.label(view.ballot, each.answer) + (shown.counts.length ? " \u00b7 " + shown.counts[i] : "")]),
        make("p", { "class": Room.colored(each) }, [Room.lands(each)]),
        make("p", { "class": "because" }, [each.because])]));
    });
    found = Room.asked(shown, view.ballot).concat(found, saidBefore(shown), Room.handsAlone(shown), Room.moved(shown, view.ballot));
    if (view.quoted) { found.push(make("blockquote", {}, [make("p", {}, [view.quoted])])); }
    return found;
  }

  window.addEventListener("resize", fit);
  setInterval(function () { if (shown && shown.view.step === "talking") { show(shown.view, shown.when); } }, 1000);
}());
