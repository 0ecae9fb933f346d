// Pages that are the same for everybody, made once: a flood of readers costs neither work nor memory.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace postbox::intake {

// Safe from several threads. Never emptied: its keys are few, a page's variant and the lines that are open.
class PageShelf {
 public:
  template <class Make>
  std::shared_ptr<const std::string> find_or_make(const std::string& key, const Make& make) {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<const std::string>& page = pages_[key];
    if (!page) page = std::make_shared<const std::string>(make());
    return page;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const std::string>> pages_;
};

}  // namespace postbox::intake
