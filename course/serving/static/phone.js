/* A phone in a room: what is read, what is asked, and what became of one's own vote. */
(function () {
  "use strict";

  var say = Room.say, make = Room.make, fill = Room.fill, same = Room.same, label = Room.label;
  var root = document.getElementById("room"), live = document.getElementById("live");
  var code = root.getAttribute("data-code"), path = "/r/" + code;
  var state = null, connected = false, tell = null;
  /* What was tapped and is not known to be kept yet; the last tap counts. */
  var sending = null, refused = "", step_seen = "", number_seen = 0;
  /* The line on why as it is typed, and what is said of what was kept last. */
  var typed = "", said = "kept";
  /* Whether whoever leads from here wants to vote as well, and whether more is shown at the foot. */
  var too = false, more = false;
  /* The step at which this phone came in: who sees what is said there, wherever it is. */
  var met = -1;
  var leading = Lead.on(function () { return state; }, function (message) { tell(message); }, show);

  var places = {};
  ["head", "count", "lead", "scene", "ask", "notes", "foot", "said"].forEach(function (name) {
    places[name] = make(name === "head" ? "header" : "section", { id: name });
  });

  function begin() {
    Room.request("POST", path + "/enter", "{}", function (status) {
      if (status === 200) {
        while (root.firstChild) { root.removeChild(root.firstChild); }
        for (var name in places) { root.appendChild(places[name]); }
        tell = Room.connect(path, hear, function (now) { connected = now; saying(); resend(now); });
      } else if (status === 404 || status === 423) {
        root.textContent = say(status === 404 ? "gone" : "locked");
      } else {
        setTimeout(begin, 1500);
      }
    });
  }

  function hear(message) {
    if (message.type === "State") { state = message; if (met < 0) { met = state.view.number; } moved(); settle(); show(); }
    else if (message.type === "Kept") { kept(message); }
    else if (message.type === "Refused") { turnedDown(message); }
    else if (message.type === "LeadWords") { state.asks = message.words; show(); }
  }

  /* What was tapped last is kept, or something before it. */
  function kept(message) {
    if (!sending || sending.round !== message.round || !same(sending.answer, message.answer) ||
        sending.called !== message.called || sending.why !== message.why) { return; }
    done();
    show();
  }

  function done() {
    var wrote = !!sending.why && sending.why === sending.line;
    if (wrote) { typed = ""; }
    said = wrote ? "why-kept" : sending.anew ? "kept-anew" : "kept";
    sending = null;
    refused = "";
    announce(say(said));
  }

  function turnedDown(message) {
    if (message.why === "overtaken") { return; } /* a tap that bounced has done nothing, which needs no word */
    if (sending && (!message.round || message.round === sending.round)) { sending = null; }
    refused = message.why;
    announce(say(known(message.why)));
    show();
  }

  function known(why) { return { "closed": "late", "too-fast": "too-fast", "not-yours": "not-yours" }[why] || "not-done"; }

  /* What the state says is kept is kept, also when its answer was lost on the way. */
  function settle() {
    var vote = state.mine && state.mine.vote;
    if (sending && vote && same(vote.answer, sending.answer) && vote.called === sending.called && !sending.line) { done(); }
    if (sending && (state.view.step !== "voting" || state.view.ballot.number !== sending.round)) {
      sending = null;
      refused = "closed";
    }
  }

  function resend(now) { if (now && sending && tell) { tell(cast_of(sending)); } }

  function cast_of(it) { return { type: it.type, round: it.round, answer: it.answer, called: it.called, why: it.why }; }

  function announce(text) { if (live.textContent !== text) { live.textContent = text; } }

  /* What became of the last tap, or that there is no connection: at the foot of the window, however far somebody has
     scrolled. */
  function saying() {
    var voting = state && state.view.step === "voting", vote = voting && state.mine && state.mine.vote;
    fill(places.said, [connected, !!state, voting, refused, !!sending, !!vote, said], function () {
      if (!connected) { return [make("p", { "class": "wrong", role: "alert" }, [say(state ? "offline" : "connecting")])]; }
      if (refused) { return [make("p", { "class": "wrong" }, [say(known(refused))])]; }
      if (voting && sending) { return [make("p", { "class": "soft" }, [say("sending")])]; }
      return vote ? [make("p", { "class": "kept" }, [say(said)])] : [];
    });
  }

  /* Somebody has led on: what was asked once more, or could not be done, was about how it stood before. */
  function moved() {
    if (state.view.number === number_seen) { return; }
    number_seen = state.view.number;
    leading.moved();
    if (state.view.step !== "closed") { refused = ""; }
    if (state.view.step !== "voting") { typed = ""; said = "kept"; }
  }

  function show() {
    var view = state.view, why = document.activeElement && document.activeElement.id === "why";
    if (view.step !== "voting" && !refused) { announce(""); }
    fill(places.head, [view.scene && view.scene.title, state.when, view.here, view.what_if], function () {
      return [make("h1", {}, [view.scene ? view.scene.title : document.title]),
        make("p", { "class": "soft" }, [(state.when ? state.when + " · " : "") + say("here", { n: view.here }) + (view.what_if ? " · " + say("what-if") : "")])];
    });
    if (fill(places.scene, [view.scene, view.happened, view.rules, view.other_side, view.step === "lobby", view.step === "over", view.number === met], scene) && view.step !== "voting") {
      window.scrollTo(0, 0);
    }
    fill(places.ask, [view.step, view.ballot, view.reveal, view.discuss, view.quoted, state.mine, sending, too], ask);
    if (why && document.getElementById("why")) { document.getElementById("why").focus(); }
    if (view.step === "revealed" && step_seen !== "revealed" && !leads()) { places.ask.scrollIntoView(); }
    step_seen = view.step;
    leading.show(places.count, places.lead, places.notes);
    fill(places.foot, [state.asks, leads(), view.step, more], foot);
    saying();
  }

  function leads() { return !!(state.mine && state.mine.leads); }

  function scene() {
    var view = state.view, now = view.scene, found = [];
    if (view.step === "over") { return [make("p", {}, [say("over")])]; }
    if (!now) { return [make("p", {}, [say("lobby")]), whoSees()]; }
    if (view.number === met) { found.push(whoSees()); }
    if (view.happened.length) { return found.concat(Room.happened(view), Room.otherSide(view)); }
    now.arrives.forEach(function (each) { found.push(Room.arrived(each)); });
    found = found.concat(Room.prose(now.text));
    if (now.facts.length) {
      found.push(make("details", {}, [make("summary", {}, [say("know")]),
        make("ul", {}, now.facts.map(function (each) { return make("li", {}, [each.fact]); }))]));
    }
    if (now.ending) { found.push(make("p", { "class": "lands " + now.ending }, [say("ends", { side: say("side." + now.ending) })])); }
    if (view.other_side.length) {
      found.push(make("details", {}, [make("summary", {}, [say("others")])].concat(Room.otherSide(view))));
    }
    return found;
  }

  function ask() {
    var view = state.view, ballot = view.ballot, found = [];
    if (ballot && (view.step === "reading" || view.step === "voting")) { found = Room.written(ballot.message); }
    if (view.step === "reading" && ballot) { found.push(make("p", { "class": "soft" }, [say("reading")]), asked(ballot), options(ballot, false)); }
    if (view.step === "voting" && ballot) { found = found.concat(voting(ballot)); }
    if (view.step === "closed") { found.push(make("p", {}, [say("closed")]), mine(ballot)); }
    if (view.step === "talking") {
      found.push(make("p", { "class": "strong" }, [say("talk")]));
      view.discuss.forEach(function (each) { found.push(make("p", {}, [each])); });
      found.push(mine(ballot));
    }
    if (view.step === "revealed" && view.reveal) { found = reveal(view.reveal, ballot); }
    if (view.quoted) { found.push(make("blockquote", {}, [make("p", {}, [view.quoted])])); }
    return found;
  }

  /* What the author asks of a statement to sort. */
  function asked(ballot) { return ballot.asks ? make("p", { "class": "strong" }, [ballot.asks]) : null; }

  function voting(ballot) {
    var vote = sending || (state.mine && state.mine.vote), before = state.mine && state.mine.before;
    var found = [asked(ballot) || make("p", { "class": "strong" }, [say(ballot.nth > 1 ? "vote-again" : "vote")])];
    if (leads() && !too && !vote) {
      return found.concat([options(ballot, false), make("button", {
        type: "button", "class": "small", onclick: function () { too = true; show(); }
      }, [say("vote-too")])]);
    }
    if (before) { found.push(make("p", { "class": "soft" }, [say("before", { said: label(ballot, before.answer) })])); }
    found.push(options(ballot, true, vote));
    if (vote && vote.answer.length && !ballot.options[0].side) { found.push(calling(ballot, vote)); }
    if (vote) { found.push(why(ballot, vote)); }
    return found;
  }

  function options(ballot, open, vote) {
    var all = ballot.options.map(function (each) {
      return option(ballot, each.answer, label(ballot, each.answer), open, vote);
    });
    if (open) { all.push(option(ballot, [], say("pass"), true, vote, "pass")); }
    return make("div", { "class": "options", role: "group" }, all);
  }

  function option(ballot, answer, text, open, vote, more) {
    var chosen = !!vote && same(vote.answer, answer);
    if (!open) { return make("p", { "class": "option" }, [text]); }
    return make("button", {
      type: "button", "class": "option " + (more || "") + (chosen ? " chosen" : ""), "aria-pressed": chosen ? "true" : "false",
      "data-tap": label(ballot, answer), onclick: function () { cast(this, ballot, answer, chosen && vote ? vote.called : null); }
    }, [chosen ? make("span", { "class": "mark", "aria-hidden": "true" }, ["● "]) : null, text]);
  }

  function calling(ballot, vote) {
    return make("div", { "class": "called", role: "group", "aria-label": say("called") }, [make("p", {}, [say("called")])].concat(
      ["under", "right", "over"].map(function (side) {
        var chosen = vote.called === side;
        return make("button", {
          type: "button", "class": side + (chosen ? " chosen" : ""), "aria-pressed": chosen ? "true" : "false",
          "data-tap": side, onclick: function () { cast(this, ballot, vote.answer, side); }
        }, [say("side." + side)]);
      })));
  }

  function why(ballot, vote) {
    var field = make("input", { id: "why", maxlength: "280", autocomplete: "off" }), there = line(vote.answer);
    field.value = typed;
    field.oninput = function () { typed = field.value; };
    return make("form", {
      "class": "why", onsubmit: function () {
        if (field.value.trim()) { cast(field, ballot, vote.answer, vote.called, field.value); }
        return false;
      }
    }, [there ? make("p", { "class": "soft" }, [say("why-yours", { text: there })]) : null,
      make("label", { "for": "why" }, [say(there ? "why-again" : "why")]), field, make("button", { type: "submit" }, [say("save")])]);
  }

  /* The line that is kept with that answer. */
  function line(answer) {
    var mine = state.mine;
    return mine && mine.vote && same(mine.vote.answer, answer) ? mine.why : "";
  }

  /* Whether something was said of another answer, which goes with that. */
  function leaves(answer) {
    var mine = state.mine;
    return !!mine && !!mine.vote && !same(mine.vote.answer, answer) && !!(mine.why || mine.vote.called);
  }

  function cast(tapped, ballot, answer, called, text) {
    var tap = tapped.getAttribute("data-tap"), buttons, i;
    sending = { type: "Cast", round: ballot.number, answer: answer, called: called, why: text || line(answer), line: text || "" };
    sending.anew = leaves(answer);
    refused = "";
    said = "kept";
    tell(cast_of(sending));
    show();
    /* The focus stays on what was tapped, though that was made anew. */
    buttons = tap ? places.ask.getElementsByTagName("button") : [];
    for (i = 0; i < buttons.length; i += 1) {
      if (buttons[i].getAttribute("data-tap") === tap) { buttons[i].focus(); break; }
    }
  }

  function mine(ballot) {
    var vote = state.mine && state.mine.vote;
    return vote && ballot ? make("p", { "class": "soft" }, [say("yours", { said: label(ballot, vote.answer) })]) : null;
  }

  function reveal(shown, ballot) {
    var found = [Room.split(shown)], vote = state.mine && state.mine.vote;
    shown.landings.forEach(function (each, i) {
      var count = shown.counts.length ? shown.counts[i] : null;
      found.push(make("div", { "class": "landing" + (vote && same(vote.answer, each.answer) ? " chosen" : "") }, [
        make("p", {}, [label(ballot, each.answer)]),
        make("p", { "class": Room.colored(each) }, [
          Room.lands(each) + (count === null ? "" : " · " + say("votes", { n: count }))]),
        make("p", { "class": "because" }, [each.because])
      ]));
    });
    return Room.asked(shown, ballot).concat(found).concat(Room.handsAlone(shown), Room.moved(shown, ballot));
  }

  function whoSees() { return make("p", { "class": "soft" }, [say("who-sees")]); }

  function foot() {
    if (state.view.step === "over" || state.view.step === "ended") { return [make("p", {}, [make("a", { href: path + "/mine" }, [say("takeaway")])])]; }
    if (leads()) { return []; }
    if (state.asks) {
      return [make("p", { "class": "strong", id: "words-shown" }, [say("lead-words", { words: state.asks })]),
        small("ask-no-more", function () { more = false; tell({ type: "AskNoMore" }); })];
    }
    if (state.view.step === "voting") { return []; } /* nobody means it who wants to send a line on why */
    return [more ? small("ask-to-lead", function () { more = false; tell({ type: "AskToLead" }); }) :
      small("more", function () { more = true; show(); })];
  }

  function small(said, does) { return make("button", { type: "button", "class": "small", onclick: does }, [say(said)]); }

  setInterval(function () { if (state && state.notes && state.view.step === "talking") { show(); } }, 5000);
  begin();
}());
