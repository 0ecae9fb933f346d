#include "report/html.hpp"

#include "report/comment.hpp"
#include "report/page.hpp"

namespace postbox::report {
namespace {

Path part_path(const Path& page, Tone tone) {
  Path part = page;
  part += "." + std::string(code_of(tone)) + ".part";
  return part;
}

}  // namespace

HtmlWriter::HtmlWriter(FileSystem& files, const Path& path, Wording wording, PackFacts facts,
                       const Columns& columns)
    : columns_(columns), wording_(std::move(wording)), facts_(std::move(facts)), page_(files, path) {
  for (const Tone tone : tones) comments_.emplace_back(files, part_path(path, tone));
}

void HtmlWriter::add(const DeliveredRow& row, const RowCells& /*cells*/) {
  const auto words = columns_.words(row);
  counts_.add(row, !words.empty());
  if (words.empty()) return;
  Spill& group = comments_[index_of(row.tone)];
  group.add(comment(row, words, wording_, facts_).markup());
  group.add("\n");
}

void HtmlWriter::finish() {
  page_.write(page_head(facts_));
  page_.write(page_summary(facts_, wording_, counts_).markup());
  for (const Tone tone : tones) {
    const std::size_t count = counts_.comments[index_of(tone)];
    if (count == 0) continue;
    page_.write(group_head(tone, count));
    comments_[index_of(tone)].pour_into(page_);
    page_.write(group_foot);
  }
  page_.write(page_foot());
  page_.finish();
}

}  // namespace postbox::report
