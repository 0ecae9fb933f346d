// Pages that are the same for everybody, made once a stamp, for example once a second: a flood of readers
// costs neither work nor memory.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace postbox::intake {

// Safe from several threads. Its keys are few: what a page is, for whom, in which language. Of
// each key the page of the newest stamp is kept.
class PageShelf {
 public:
  template <class Make>
  std::shared_ptr<const std::string> find_or_make(const std::string& key, const std::string& stamp,
                                                  const Make& make) {
    const std::lock_guard lock(mutex_);
    Kept& kept = pages_[key];
    if (!kept.page || kept.stamp != stamp) kept = {stamp, std::make_shared<const std::string>(make())};
    return kept.page;
  }

 private:
  struct Kept {
    std::string stamp{};
    std::shared_ptr<const std::string> page{};
  };

  std::mutex mutex_;
  std::map<std::string, Kept> pages_;
};

}  // namespace postbox::intake
