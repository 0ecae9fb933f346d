#!/usr/bin/env python3
"""Proves from the #include lines that the arrows between rooms run one way.

    tools/layers.py [SRC]     SRC: the folder of the rooms, by default src/ of this house

Prints one line per fault ("intake/page.cpp:7: ..."), exit code 1; says nothing and ends with 0 when all is
well. The map below is the rule; a new room is entered here first, with its reason to exist in its README.
"""

import pathlib
import re
import sys

SHARED = {"feedback", "base"}
TRANSFORMING = {"form", "classify", "redact", "deliver", "report"}

# Room -> the rooms that it may include (itself always).
MAP = {
    "base": set(),
    "feedback": {"base"},
    **{room: SHARED for room in TRANSFORMING},
    "seal": SHARED,
    "seal/opener": SHARED | {"seal"},
    "store": SHARED,
    "backup": SHARED | {"seal", "store"},
    "safeguarding": SHARED | {"classify", "seal", "store"},
    "intake": SHARED | {"form", "classify", "redact", "safeguarding", "seal", "store"},
    # Reads what people send back; knows nothing of the box that it goes into.
    "resort": SHARED,
    "trends": SHARED,
    # Only what this room has passed may be published: it knows nothing of those who ask.
    "disclosure": SHARED,
    "emptying": SHARED
    | {"seal", "seal/opener", "store", "safeguarding", "classify", "redact", "deliver", "report", "trends", "disclosure"},
    # Learns what classify judges by; no program of the box links it.
    "training": SHARED | {"classify"},
    # Loaders fill the rooms' own settings; the rooms never look back.
    "config": SHARED | {"form", "classify", "redact", "deliver", "intake"},
    "cli": SHARED | TRANSFORMING | {"seal", "seal/opener", "store", "safeguarding", "emptying", "resort", "backup", "config"},
    # The program that faces the public knows nothing that opens.
    "server_main.cpp": SHARED | {"server_house.hpp", "intake", "config", "form", "classify", "redact", "safeguarding", "seal", "store"},
    "server_house.hpp": SHARED | {"config", "form", "classify", "redact", "seal"},
    "server_house.cpp": SHARED | {"server_house.hpp", "intake", "config", "form", "classify", "redact", "safeguarding", "seal", "store"},
    "server_memory.cpp": set(),
    "keeper_main.cpp": SHARED | {"cli", "config"},
    "training_main.cpp": SHARED | {"training", "classify", "config"},
}

# Library header -> where it may stand (a room with what is under it, or one file), and whether one file only.
LIBRARIES = {
    r"sqlite3\.h": ("store", False),
    r"sodium(\.h|/.*)": ("seal", False),
    r"toml\+\+/.*": ("config/document.cpp", True),
    r"CLI/.*": ("cli", True),  # slow to compile
    r"xlsxwriter(\.h|/.*)": ("report", True),
    r"zip\.h": ("resort", True),
    r"pugixml\.hpp": ("resort", True),
}
# What clang 14 cannot compile, what is 166 times too slow and can overflow the stack, and the HTTP library whose
# server falls to attacks (src/intake/README.md); its client is used in tests alone.
NOWHERE = {"regex", "ranges", "httplib.h"}

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)


def room_of(path):
    """The longest room of MAP that holds `path` ("seal/opener/secret_keys.hpp" is in seal/opener)."""
    parts = path.split("/")
    for length in range(len(parts), 0, -1):
        name = "/".join(parts[:length])
        if name in MAP:
            return name
    return None


def read_includes(source):
    """{file: [(line, quoted, included)]} of every .cpp and .hpp under `source`, paths relative to it."""
    includes = {}
    for path in sorted(source.rglob("*")):
        if path.suffix not in (".cpp", ".hpp", ".h", ".cc"):
            continue
        text = path.read_text(encoding="utf-8")
        includes[path.relative_to(source).as_posix()] = [
            (text.count("\n", 0, match.start(2)) + 1, match[1] == '"', match[2])
            for match in INCLUDE.finditer(text)
        ]
    return includes


def arrow_faults(file, room, line, quoted, included, files):
    if quoted and included not in files:
        yield f"{file}:{line}: \"{included}\" is no file of the house; write it from src/ on: \"room/file.hpp\""
        return
    if included not in files:
        return  # a library
    other = room_of(included)
    if other is not None and other != room and other not in MAP[room]:
        yield f"{file}:{line}: {room} may not include {other} ({included})"


def library_faults(file, line, included, users):
    if included in NOWHERE:
        yield f"{file}:{line}: <{included}> is used nowhere in this house"
    if included == "nlohmann/json.hpp" and not file.endswith(".cpp"):
        yield f"{file}:{line}: <{included}> is slow to compile: .cpp files only"
    for pattern, (home, alone) in LIBRARIES.items():
        if not re.fullmatch(pattern, included):
            continue
        if file != home and not file.startswith(home + "/"):
            yield f"{file}:{line}: <{included}> belongs in {home} alone"
        first = users.setdefault(pattern, file)
        if alone and first != file:
            yield f"{file}:{line}: <{included}> is already included in {first}; one file of {home} only"


def find_cycle(graph):
    """The first cycle of {node: nodes}, as a list that ends where it began; else nothing."""
    done, path = set(), []

    def walk(node):
        if node in path:
            return path[path.index(node):] + [node]
        if node in done:
            return None
        path.append(node)
        for following in sorted(graph.get(node, ())):
            cycle = walk(following)
            if cycle:
                return cycle
        path.pop()
        done.add(node)
        return None

    for node in sorted(graph):
        cycle = walk(node)
        if cycle:
            return cycle
    return None


def cycle_faults(includes):
    """Cycles between rooms, and between files inside a room."""
    files = {file: {included for _, _, included in lines if included in includes} for file, lines in includes.items()}
    rooms = {}
    for file, included in files.items():
        rooms.setdefault(room_of(file), set()).update(room_of(other) for other in included)
    rooms = {room: others - {room, None} for room, others in rooms.items() if room is not None}
    for what, graph in (("rooms", rooms), ("files", files)):
        cycle = find_cycle(graph)
        if cycle:
            yield f"a cycle of {what}: {' -> '.join(cycle)}"


def faults(source):
    includes = read_includes(source)
    if not includes:
        return [f"{source}: no source files there"]
    found, users = [], {}
    for file, lines in includes.items():
        room = room_of(file)
        if room is None:
            found.append(f"{file}: is in no room of the map in tools/layers.py")
            continue
        for line, quoted, included in lines:
            found += arrow_faults(file, room, line, quoted, included, includes)
            found += library_faults(file, line, included, users)
    return found + list(cycle_faults(includes))


def main(arguments):
    house = pathlib.Path(__file__).resolve().parent.parent
    found = faults(pathlib.Path(arguments[0]) if arguments else house / "src")
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
