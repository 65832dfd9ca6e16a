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

  Room.connect("/screen/" + code, function (message) { if (message.type === "State") { show(message.view); } },
    function (now) { document.body.className = now ? "projected" : "projected offline"; });

  function show(view) {
    var counted = view.step === "voting" || view.step === "closed";
    fill(places.join, [view.here, view.voted, counted, view.step === "lobby", view.what_if], function () {
      var said = counted ? say("voted", { n: view.voted, here: Math.max(view.here, view.voted) }) : say("here", { n: view.here });
      var found = [make("p", { "class": "address" }, [root.getAttribute("data-address") + "\u2003", make("b", {}, [code])]),
        make("p", { "class": "soft" }, [said + (view.what_if ? " \u00b7 " + say("what-if") : "")])];
      if (view.step === "lobby") { found.push(make("p", { "class": "strong" }, [say("join")]), make("img", { src: "/screen/" + code + "/qr.svg", alt: say("qr") })); }
      return found;
    });
    fill(places.scene, [view.scene, view.happened, view.rules, view.step, view.ballot], function () { return scene(view); });
    fill(places.ask, [view.step, view.ballot, view.reveal, view.discuss, view.quoted], function () { return ask(view); });
  }

  function scene(view) {
    if (view.step === "over") { return [make("h1", {}, [say("over")])]; }
    if (!view.scene) { return []; }
    var found = [make("h1", {}, [view.scene.title])];
    if (view.step === "revealed") { return found; }
    if (view.happened.length) {
      view.happened.forEach(function (each, at) {
        found = found.concat(Room.chose(view, at), Room.prose(each.happens));
        each.arrives.forEach(function (message) { found.push(make("blockquote", {}, Room.prose(message.text))); });
        if (each.because) { found.push(make("p", { "class": "because" }, [each.because])); }
      });
      return found.concat(Room.rules(view));
    }
    if (view.ballot && view.ballot.message && view.ballot.message.part > 1) { return found; } /* by its second part it was read */
    view.scene.arrives.forEach(function (each) {
      found.push(make("blockquote", {}, [make("p", { "class": "soft" }, [each.sender || say("medium." + each.medium)])]
        .concat(Room.prose(each.text || say("silence")))));
    });
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

  function reveal(view) {
    var shown = view.reveal, sides = {}, found = [];
    shown.landings.forEach(function (each, i) {
      if (shown.counts.length && !each.off_the_line) { sides[each.side] = (sides[each.side] || 0) + shown.counts[i]; }
      found.push(make("div", { "class": "landing" }, [
        make("p", {}, [Room.label(view.ballot, each.answer) + (shown.counts.length ? " \u00b7 " + shown.counts[i] : "")]),
        make("p", { "class": Room.colored(each) }, [Room.lands(each)]),
        make("p", { "class": "because" }, [each.because])]));
    });
    found.unshift(shown.counts.length ? (sides.under || sides.right || sides.over ? Room.line(sides) : make("p", {}, [])) : make("p", { "class": "soft" }, [shown.voters ? say("few") : ""]));
    found = Room.asked(shown, view.ballot).concat(found, Room.handsAlone(shown), Room.moved(shown, view.ballot));
    if (view.quoted) { found.push(make("blockquote", {}, [make("p", {}, [view.quoted])])); }
    return found;
  }
}());
