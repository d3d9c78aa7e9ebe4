from rostra.kernel import Fault, KnowledgeError, Place, SourceError


def test_an_error_says_where_what_and_how_to_mend_it() -> None:
    error = SourceError("no text", place=Place("a.txt", 3, "title"), remedy="save it again")
    assert str(error) == "a.txt, row 3, field 'title': no text\n  save it again"


def test_an_error_without_a_place_is_its_message() -> None:
    assert str(SourceError("no text")) == "no text"


def test_all_faults_of_a_file_are_said_at_once() -> None:
    faults = [
        Fault("missing", Place("a.toml", 1), "add it"),
        Fault("unknown", Place("a.toml", 2), "remove it"),
    ]
    assert str(KnowledgeError(faults)).count("a.toml") == 2
